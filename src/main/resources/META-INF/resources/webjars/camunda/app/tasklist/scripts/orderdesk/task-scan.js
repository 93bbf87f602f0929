// Beside the forms with which paper is registered: the scan of it, its first pages to be read along with the fields. It
// goes into the order file when the task is completed, and can be replaced until then.
import { about, button, isDisabled, onForms, sayLines, send } from './form-library.js';

const picker = document.createElement('input');
picker.type = 'file';
picker.accept = '.pdf,application/pdf';

class Scan {
    constructor(container, task) {
        this.container = container;
        this.address = `/desk/scans/${encodeURIComponent(task)}`;
        this.panel = document.createElement('section');
        this.panel.className = 'orderdesk-scan';
        this.said = document.createElement('div');
        this.said.className = 'orderdesk-scan-said';
        this.said.setAttribute('role', 'status');
        container.after(this.panel);
        container.parentElement.classList.add('orderdesk-beside');
        this.panel.addEventListener('dragover', event => event.preventDefault());
        this.panel.addEventListener('drop', event => this.dropped(event));
        this.call('GET');
    }

    async call(method, body) {
        const answer = await send(method, this.address, body).catch(() => null);
        if (answer?.ok) {
            sayLines(this.said, []);
            this.show(await answer.json());
        } else if (answer?.status === 400) {
            sayLines(this.said, (await answer.json()).problems, true);
        } else if (method !== 'GET') {
            sayLines(this.said, [answer?.statusText || '…'], true);
        }
    }

    take(file) {
        if (file && !isDisabled(this.container)) {
            const body = new FormData();
            body.append('file', file);
            sayLines(this.said, [this.words.reading]);
            this.call('POST', body);
        }
    }

    dropped(event) {
        event.preventDefault();
        this.take(event.dataTransfer.files[0]);
    }

    choose() {
        picker.value = '';
        picker.onchange = () => this.take(picker.files[0]);
        picker.click();
    }

    show(shown) {
        this.words = shown.words;
        const title = document.createElement('h4');
        title.textContent = shown.title;
        const line = document.createElement('p');
        line.textContent = shown.line || this.words.drop;
        line.className = shown.waits ? 'waits' : '';
        const acts = document.createElement('div');
        acts.className = 'acts';
        acts.append(button(shown.waits ? this.words.other : this.words.choose, () => this.choose()));
        if (shown.waits) {
            acts.append(button(this.words.remove, () => this.call('DELETE')));
        }
        this.panel.setAttribute('aria-label', shown.title);
        this.panel.replaceChildren(title, line, acts, this.said, ...shown.pages.map(page => this.page(page)),
            ...(shown.more ? [document.createTextNode(shown.more)] : []));
    }

    /** Opens large, in a tab of its own. */
    page({ address, name }) {
        const link = document.createElement('a');
        link.href = address;
        link.target = '_blank';
        const picture = document.createElement('img');
        picture.src = address;
        picture.alt = name;
        picture.addEventListener('error', () => link.replaceChildren(`${name}: ${this.words.undrawn}`));
        link.append(picture);
        return link;
    }
}

onForms((container, form) => {
    const known = about(form);
    return known?.scan ? new Scan(container, known.task) : null;
}, scan => scan?.panel.remove());
