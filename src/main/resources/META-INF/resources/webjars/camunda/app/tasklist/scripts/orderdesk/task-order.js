// Names the order and the customer on each card of the list, and what the reader's group needs to know of them; the engine's
// own card knows the task's name only.
const A_MINUTE = 60_000;
const known = new Map();
let round = null;

/** One call for all cards that are drawn together. */
function nextRound() {
    const tasks = [];
    const cards = new Promise(drawn => setTimeout(drawn, 50))
        .then(() => {
            round = null;
            const query = new URLSearchParams(tasks.map(task => ['task', task]));
            return fetch(`/desk/task-cards?${query}`, { headers: { Accept: 'application/json' } });
        })
        .then(answer => answer.ok ? answer.json() : {});
    return { tasks, cards };
}

function orderOf(task) {
    const before = known.get(task);
    if (before && Date.now() - before.at < A_MINUTE) {
        return before.card;
    }
    round = round || nextRound();
    round.tasks.push(task);
    const card = round.cards.then(cards => cards[task]);
    known.set(task, { card, at: Date.now() });
    return card;
}

function link(card) {
    const link = document.createElement('a');
    link.href = card.page;
    link.target = '_blank';
    link.textContent = card.order;
    link.addEventListener('click', event => event.stopPropagation());
    return link;
}

function line(className, ...content) {
    const line = document.createElement('div');
    line.className = className;
    line.append(...content);
    return line;
}

function tag(className, text) {
    const tag = document.createElement('span');
    tag.className = `orderdesk-tag ${className}`;
    tag.textContent = text;
    return tag;
}

function draw(node, card) {
    const order = line('orderdesk-order', card.page ? link(card) : card.order, card.customer ? ` · ${card.customer}` : '');
    const tags = [
        ...(card.late ? [tag('late', card.late)] : []),
        ...(card.waiting ? [tag(card.turn, card.waiting)] : []),
    ];
    const facts = card.facts.length ? [line('orderdesk-facts', card.facts.join(' · '))] : [];
    node.replaceChildren(order, ...facts, ...(tags.length ? [line('orderdesk-tags', ...tags)] : []));
}

export default {
    id: 'orderdesk-task-order',
    pluginPoint: 'tasklist.card',
    priority: 100,
    render: (node, { taskId }) => {
        node.classList.add('orderdesk-task-order');
        orderOf(taskId).then(card => {
            if (card) {
                draw(node, card);
            }
        });
    },
};
