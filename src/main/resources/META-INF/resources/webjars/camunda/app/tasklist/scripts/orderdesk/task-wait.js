// Leads from a task to its order: to the whole file, and to the form that lets the task wait for somebody outside.
const language = (navigator.languages?.[0] || navigator.language || 'en').slice(0, 2).toLowerCase();

const WORDS = {
    nl: { file: 'Dossier', wait: 'Laten wachten …' },
    fr: { file: 'Dossier', wait: 'Mettre en attente …' },
    de: { file: 'Akte', wait: 'Warten lassen …' },
    en: { file: 'Order file', wait: 'Let it wait …' },
};
const words = WORDS[language] || WORDS.en;

function link(text, address) {
    const link = document.createElement('a');
    link.className = 'btn btn-default btn-xs';
    link.href = address;
    link.target = '_blank';
    link.textContent = text;
    return link;
}

function show(node, taskId) {
    const query = new URLSearchParams({ task: taskId });
    fetch(`/desk/task-cards?${query}`, { headers: { Accept: 'application/json' } })
        .then(answer => answer.ok ? answer.json() : {})
        .then(cards => {
            const card = cards[taskId];
            const task = encodeURIComponent(taskId);
            const file = card ? [link(words.file, card.page)] : [];
            const wait = card?.waits ? [' ', link(words.wait, `${card.page}?task=${task}#task-${task}`)] : [];
            node.replaceChildren(...file, ...wait);
        });
}

// Tasklist draws actions once, before any task is chosen, and tells them nothing of the next one
export default {
    id: 'orderdesk-task-wait',
    pluginPoint: 'tasklist.task.action',
    priority: 100,
    render: (node, parameters, scope) => {
        node.classList.add('orderdesk-task-wait');
        scope.$watch('task.id', taskId => taskId ? show(node, taskId) : node.replaceChildren());
    },
};
