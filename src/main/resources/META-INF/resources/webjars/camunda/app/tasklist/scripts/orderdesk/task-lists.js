// Names the lists of tasks in the reader's language and says how many tasks each has; the engine keeps one name for all readers
// and counts the open list only.
const EVERY_HALF_MINUTE = 30_000;
// As far as the server counts
const MANY = 150;
let lists = new Map();
let drawing = false;

function entry(text) {
    return lists.get(text) || [...lists.values()].find(list => list.label === text);
}

function count(link, list) {
    let count = link.querySelector('.orderdesk-count');
    if (!count) {
        count = document.createElement('span');
        link.append(count);
    }
    const urgent = list.urgent && list.count > 0;
    count.className = 'orderdesk-count' + (urgent ? ' urgent' : '');
    const words = list.count < MANY ? String(list.count) : MANY - 1 + '+';
    if (count.textContent !== words) {
        count.textContent = words;
    }
}

function name(link) {
    const text = [...link.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    const list = text && entry(text.nodeValue.trim());
    if (!list) {
        return;
    }
    if (text.nodeValue.trim() !== list.label) {
        text.nodeValue = list.label + ' ';
    }
    link.title = list.help;
    count(link, list);
}

function draw() {
    drawing = false;
    document.querySelectorAll('.task-filters .task-filter h4 a').forEach(name);
}

function drawSoon() {
    if (!drawing) {
        drawing = true;
        requestAnimationFrame(draw);
    }
}

function look() {
    fetch('/desk/task-lists', { headers: { Accept: 'application/json' } })
        .then(answer => answer.ok ? answer.json() : [])
        .then(found => {
            lists = new Map(found.map(list => [list.name, list]));
            draw();
        })
        .catch(() => {});
}

let later = null;
function lookSoon() {
    clearTimeout(later);
    later = setTimeout(look, 1000);
}

function isNews(node) {
    return node.nodeType === Node.ELEMENT_NODE && node.matches('.notification, .alert');
}

// A task that was completed or put off leaves the address; what was started is told
addEventListener('hashchange', lookSoon);
new MutationObserver(changes => {
    drawSoon();
    if (changes.some(change => [...change.addedNodes].some(isNews))) {
        lookSoon();
    }
}).observe(document.body, { childList: true, subtree: true });
setInterval(look, EVERY_HALF_MINUTE);
look();
