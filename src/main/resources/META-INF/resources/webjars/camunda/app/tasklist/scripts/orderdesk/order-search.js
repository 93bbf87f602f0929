// "Where is my order?": finds orders above the lists, running and finished, and opens their file without leaving the task.
import { language } from '/language.js';
import { showOrderFile } from '/order-file.js';

const WORDS = {
    nl: { search: 'Bestelling zoeken', hint: 'Nummer, klant, naam, domein, licentie …', all: 'Alle resultaten', close: 'Sluiten', lost: 'Zoeken lukt nu niet. Probeer het later opnieuw.', keys: 'Ctrl+Alt+O' },
    fr: { search: 'Chercher une commande', hint: 'Numéro, client, nom, domaine, licence …', all: 'Tous les résultats', close: 'Fermer', lost: 'La recherche ne fonctionne pas pour le moment. Réessayez plus tard.', keys: 'Ctrl+Alt+O' },
    de: { search: 'Bestellung suchen', hint: 'Nummer, Kunde, Name, Domain, Lizenz …', all: 'Alle Treffer', close: 'Schließen', lost: 'Die Suche geht gerade nicht. Versuchen Sie es später noch einmal.', keys: 'Strg+Alt+O' },
    en: { search: 'Find an order', hint: 'Number, customer, name, domain, licence …', all: 'All results', close: 'Close', lost: 'Searching does not work just now. Try again later.', keys: 'Ctrl+Alt+O' },
};
const words = WORDS[language];
const PAUSE = 200;

function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) {
        made.textContent = text;
    }
    return made;
}

const box = element('div', 'orderdesk-search');
const input = element('input', 'form-control');
const said = element('p', 'orderdesk-said');
const results = element('div', 'orderdesk-results');
const list = element('ul', '');
const all = element('a', '', words.all);
let asked = 0;
let waiting = null;
let active = -1;

input.type = 'search';
input.placeholder = words.hint;
input.title = `${words.search} (${words.keys})`;
input.autocomplete = 'off';
input.setAttribute('role', 'combobox');
input.setAttribute('aria-label', words.search);
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', 'orderdesk-results');
input.setAttribute('aria-expanded', 'false');
said.setAttribute('role', 'status');
list.id = 'orderdesk-results';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', words.search);
all.target = '_blank';
results.hidden = true;
results.append(said, list, all);
box.append(input, results);

function open(order) {
    close();
    const dialog = element('dialog', 'orderdesk-dialog');
    const shut = element('button', 'btn btn-default orderdesk-close', words.close);
    const file = element('div', '');
    dialog.setAttribute('aria-label', order.number);
    shut.type = 'button';
    shut.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
        dialog.remove();
        input.focus();
    });
    // Links to tasks lead on inside Tasklist, behind the dialog
    dialog.addEventListener('click', event => {
        const link = event.composedPath().find(one => one.tagName === 'A');
        if (event.target === dialog || link && !link.target && link.hash) {
            dialog.close();
        }
    });
    dialog.append(shut, file);
    document.body.append(dialog);
    dialog.showModal();
    showOrderFile(file, `${order.page}/file`);
}

function line(order, index) {
    const line = element('li', '');
    line.id = `orderdesk-result-${index}`;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    const head = element('span', 'orderdesk-result');
    head.append(element('strong', '', order.number), ' ', element('span', '', order.customer || '–'), ' ',
        element('span', 'orderdesk-kind', order.kind));
    const state = element('span', `orderdesk-tag ${order.state}`, order.stateWords);
    const stands = element('span', 'orderdesk-stands');
    if (order.turn !== 'none') {
        stands.append(element('span', `orderdesk-turn ${order.turn}`, order.turnWords), ' ');
    }
    stands.append(order.standing);
    head.append(' ', state);
    line.append(head, stands);
    line.addEventListener('mousedown', event => event.preventDefault());
    line.addEventListener('click', () => open(order));
    line.addEventListener('mousemove', () => mark(index));
    line.open = () => open(order);
    return line;
}

function mark(index) {
    const lines = [...list.children];
    active = Math.max(-1, Math.min(index, lines.length - 1));
    lines.forEach((line, at) => line.setAttribute('aria-selected', String(at === active)));
    if (active < 0) {
        input.removeAttribute('aria-activedescendant');
    } else {
        input.setAttribute('aria-activedescendant', lines[active].id);
        lines[active].scrollIntoView({ block: 'nearest' });
    }
}

function show(shown) {
    results.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
}

function close() {
    clearTimeout(waiting);
    asked++;
    show(false);
    mark(-1);
}

function draw(found) {
    said.textContent = found.words;
    list.replaceChildren(...found.orders.map(line));
    all.hidden = found.total <= found.orders.length;
    all.href = `/orders?${new URLSearchParams({ q: input.value })}`;
    show(found.words !== '');
    mark(found.orders.length ? 0 : -1);
}

async function ask() {
    const mine = ++asked;
    const query = new URLSearchParams({ q: input.value });
    const found = await fetch(`/desk/order-search?${query}`, { headers: { Accept: 'application/json' } })
        .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
        .catch(() => ({ orders: [], total: 0, words: words.lost }));
    if (mine === asked) {
        draw(found);
    }
}

/** Whoever does not wait for the answer means the one order that it has. */
async function askAndOpen() {
    await ask();
    if (list.children.length === 1 && !results.hidden) {
        list.firstChild.open();
    }
}

input.addEventListener('input', () => {
    clearTimeout(waiting);
    show(false);
    waiting = setTimeout(ask, PAUSE);
});
input.addEventListener('focus', () => {
    if (list.children.length > 0 && input.value.trim() !== '') {
        show(true);
        mark(0);
    }
});
box.addEventListener('focusout', event => {
    if (!box.contains(event.relatedTarget)) {
        close();
    }
});
input.addEventListener('keydown', async event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        mark(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
        event.preventDefault();
        clearTimeout(waiting);
        if (results.hidden) {
            await askAndOpen();
        } else {
            list.children[active]?.open();
        }
    } else if (event.key === 'Escape') {
        close();
    }
});
document.addEventListener('keydown', event => {
    if (event.ctrlKey && event.altKey && event.code === 'KeyO') {
        event.preventDefault();
        input.focus();
        input.select();
    }
});

export default {
    id: 'orderdesk-order-search',
    pluginPoint: 'tasklist.navbar.action',
    priority: 200,
    render: node => node.append(box),
};
