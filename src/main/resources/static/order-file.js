// Shows the order file inside a webapp: the parts of its page under the page's own style sheet. They stand in a shadow root,
// so that neither the webapp's styles reach them nor ours the webapp.
import { language } from '/language.js';

const WORDS = {
    nl: { reading: 'Dossier wordt geopend …', none: 'Hier is geen dossier dat u mag zien.', lost: 'Het dossier kan nu niet worden getoond. Probeer het later opnieuw.' },
    fr: { reading: 'Ouverture du dossier …', none: 'Il n’y a pas ici de dossier que vous puissiez voir.', lost: 'Le dossier ne peut pas être affiché pour le moment. Réessayez plus tard.' },
    de: { reading: 'Akte wird geöffnet …', none: 'Hier ist keine Akte, die Sie sehen dürfen.', lost: 'Die Akte kann gerade nicht gezeigt werden. Versuchen Sie es später noch einmal.' },
    en: { reading: 'Opening the order file …', none: 'There is no order file here that you may see.', lost: 'The order file cannot be shown just now. Try again later.' },
};
const words = WORDS[language];

/** Letters of the page's size, whatever the webapp's own are: its sheet counts in those of the root. */
function size() {
    return 14 / parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function sheet() {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/desk.css';
    return sheet;
}

function said(text) {
    const said = document.createElement('p');
    said.className = 'file quiet';
    said.style.fontSize = '1rem';
    said.setAttribute('role', 'status');
    said.textContent = text;
    return said;
}

async function read(address) {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) {
        return said(answer.status === 403 || answer.status === 404 ? words.none : words.lost);
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const file = document.createElement('div');
    file.className = 'file';
    file.style.fontSize = '1rem';
    file.lang = page.documentElement.lang;
    file.append(...page.querySelector('main').childNodes);
    return file;
}

/** @param address /orders/{number}/file, or /desk/order-file with a task or an instance */
export function showOrderFile(node, address) {
    const root = node.shadowRoot || node.attachShadow({ mode: 'open' });
    node.classList.add('orderdesk-order-file');
    node.style.zoom = size();
    root.replaceChildren(sheet(), said(words.reading));
    return read(address)
        .catch(() => said(words.lost))
        .then(file => root.replaceChildren(sheet(), file));
}
