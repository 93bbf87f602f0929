// The file of the order that an instance works on, as its page shows it. What changes something is done on the page itself.
import { ask, el, link, room } from './room.js';

const ACTS = 'form, details:has(form), script, [autofocus]';

async function page(address) {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) {
        throw new Error(`${address}: ${answer.status}`);
    }
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
}

/** What stands in the page, without what acts. */
function readable(file) {
    file.querySelectorAll(ACTS).forEach(act => act.remove());
    file.querySelectorAll('a[href]').forEach(anchor => anchor.setAttribute('target', '_blank'));
    file.querySelector('p:first-child > a[href="/orders"]')?.parentElement.remove();
    return [...file.childNodes].map(node => document.adoptNode(node));
}

export async function render(node, { processInstanceId }) {
    const place = await room(node);
    place.classList.add('file');
    const found = await ask(`/desk/figures/instances/${encodeURIComponent(processInstanceId)}`);
    if (!found.file) {
        place.replaceChildren(el('p', {}, found.words));
        return;
    }
    place.replaceChildren(
        el('p', {}, link(found.words, found.file)),
        ...readable(await page(found.file)));
}
