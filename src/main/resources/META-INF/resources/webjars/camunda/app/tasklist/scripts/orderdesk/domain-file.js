// Fills the field of domains from a file, which the server reads and refuses in words; the person looks the lines through
// before completing.
import { sayLines, send } from './form-library.js';

const picker = document.createElement('input');
picker.type = 'file';
picker.accept = '.csv,.txt,text/csv,text/plain';

function field(link) {
    return link.closest('.fjs-form')?.querySelector('textarea[id$="Field_domains"]');
}

function fill(textarea, text) {
    textarea.value = text;
    textarea.dispatchEvent(new Event('input', { bubbles: true }));
}

function said(link) {
    let said = link.parentElement.querySelector('.orderdesk-domain-file-said');
    if (!said) {
        said = document.createElement('div');
        said.className = 'orderdesk-domain-file-said';
        said.setAttribute('role', 'status');
        link.after(said);
    }
    return said;
}

async function read(link, textarea, file) {
    const body = new FormData();
    body.append('known', textarea.value);
    body.append('file', file);
    const answer = await send('POST', '/desk/domain-file', body);
    const { domains, notes, problems } = await answer.json();
    if (answer.ok) {
        fill(textarea, domains);
    }
    sayLines(said(link), notes || problems || [answer.statusText], !answer.ok);
}

document.addEventListener('click', event => {
    const link = event.target.closest?.('.orderdesk-domain-file');
    if (!link) {
        return;
    }
    // The address of Tasklist would change otherwise, and with it the task
    event.preventDefault();
    event.stopPropagation();
    const textarea = field(link);
    if (!textarea || textarea.disabled || textarea.readOnly) {
        return;
    }
    picker.value = '';
    picker.onchange = () => read(link, textarea, picker.files[0])
        .catch(lost => sayLines(said(link), [lost.message], true));
    picker.click();
}, true);
