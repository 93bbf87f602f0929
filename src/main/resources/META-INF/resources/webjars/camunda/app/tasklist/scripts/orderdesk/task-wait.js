// Leads from a task to the form that lets it wait for somebody outside.
import { language } from '/language.js';

const WORDS = {
    nl: { wait: 'Laten wachten …' },
    fr: { wait: 'Mettre en attente …' },
    de: { wait: 'Warten lassen …' },
    en: { wait: 'Let it wait …' },
};
const words = WORDS[language];

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
            const wait = card?.waits ? [link(words.wait, `${card.page}?task=${task}#task-${task}`)] : [];
            node.replaceChildren(...wait);
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
