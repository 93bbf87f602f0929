// Parts of Cockpit that look like Orderdesk's own pages: a room with their style sheet, apart from Cockpit's.
import { language } from '/language.js';

/** The pages measure from the letters of their root, which are smaller in Cockpit. */
const LETTER = 16;

let sheets;

const text = address => fetch(address).then(answer => answer.ok ? answer.text() : '');

const scoped = css => css
    .replace(/:root/g, ':host')
    .replace(/(^|[},\s])body(?=\s*\{)/g, '$1:host')
    .replace(/(\d*\.?\d+)rem\b/g, (whole, letters) => `${letters * LETTER}px`);

function sheet(css) {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
}

/** @return the sheets of the pages and of what only Cockpit shows; a missing one leaves things plain */
function look() {
    sheets = sheets || Promise.all([text('/desk.css').then(scoped), text(new URL('./room.css', import.meta.url))])
        .then(found => found.map(sheet));
    return sheets;
}

/** An element; attributes that are null or false are left out, functions are listeners. */
export function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => {
        if (typeof value === 'function') {
            element.addEventListener(key, value);
        } else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(key, value === true ? '' : value);
        }
    });
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

/** Makes the node a room, once; what stands in it then. */
export async function room(node) {
    const root = node.shadowRoot || node.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = await look();
    const place = el('div', { lang: language, class: 'room' });
    root.replaceChildren(place);
    return place;
}

/** Asks Orderdesk. @throws Error when it does not answer as it should */
export async function ask(address, options = {}) {
    const answer = await fetch(address, { ...options, headers: { Accept: 'application/json', ...options.headers } });
    if (!answer.ok) {
        throw new Error(`${address}: ${answer.status}`);
    }
    return answer.json();
}

/**
 * A table that becomes a list of cards where there is little room.
 *
 * @param columns [words, kind]; the first one names the row
 * @param rows lists of cells: words, nodes or lists of them
 */
export function table(name, columns, rows) {
    const head = columns.map(([words, kind]) => el('th', { scope: 'col', class: kind }, words));
    const line = row => el('tr', {}, row.map((cell, at) => at === 0
        ? el('th', { scope: 'row', class: columns[at][1] }, cell)
        : el('td', { class: columns[at][1], 'data-label': columns[at][0] }, el('span', {}, cell))));
    return el('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': name },
        el('table', { class: 'stack' },
            el('thead', {}, el('tr', {}, head)),
            el('tbody', {}, rows.map(line))));
}

/** Leads to a page of Orderdesk in a window of its own; plain words for whoever may not open it. */
export function link(words, address, attributes = {}) {
    return address ? el('a', { href: address, target: '_blank', ...attributes }, words) : words;
}

export const turn = (code, words) => el('span', { class: `turn ${code}` }, words);
