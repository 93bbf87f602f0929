// Fills the field of domains from a file, which the server reads and refuses in words; the person looks the lines through
// before completing.
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

/** Several sentences, each on a line of its own. */
function say(link, sentences, refused) {
    let said = link.parentElement.querySelector('.orderdesk-domain-file-said');
    if (!said) {
        said = document.createElement('div');
        said.setAttribute('role', 'status');
        link.after(said);
    }
    said.className = 'orderdesk-domain-file-said' + (refused ? ' refused' : '');
    said.replaceChildren(...sentences.flatMap(sentence => [sentence, document.createElement('br')]).slice(0, -1));
}

async function read(link, textarea, file) {
    const body = new FormData();
    body.append('known', textarea.value);
    body.append('file', file);
    const answer = await fetch('/desk/domain-file', { method: 'POST', body, headers: { Accept: 'application/json' } });
    const { domains, notes, problems } = await answer.json();
    if (answer.ok) {
        fill(textarea, domains);
    }
    say(link, notes || problems || [answer.statusText], !answer.ok);
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
        .catch(lost => say(link, [lost.message], true));
    picker.click();
}, true);
