// Keeps on the server what is typed into a task's form: shortly after typing and on leaving. Whoever opens the form next,
// here or elsewhere, finds it there. Tasklist would keep it in this browser, for whoever uses it next.
import { about, answers, button, isDisabled, onForms, send } from './form-library.js';

const AFTER_TYPING = 1000;
/** What a browser still sends when the page is left has to be shorter. */
const LAST_WORDS = 60_000;
const BROWSERS_OWN = 'camunda-form:';

const drafts = new Set();

function edition() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

class Draft {
    constructor(container, form) {
        this.container = container;
        this.form = form;
        this.bar = document.createElement('div');
        this.bar.className = 'orderdesk-draft';
        this.bar.setAttribute('role', 'status');
        container.before(this.bar);
        ['input', 'change', 'click', 'keydown'].forEach(act =>
            container.addEventListener(act, () => { this.touched = true; }, true));
        form.on('changed', () => this.changed());
        this.begin();
    }

    begin() {
        this.touched = false;
        this.overtaken = false;
        this.about = about(this.form);
        this.edition = this.about.edition;
        this.kept = this.latest = JSON.stringify(answers(this.form));
        this.call('GET').then(answer => answer.ok && answer.json().then(shown => this.show(shown)));
    }

    call(method, query = '', body, options) {
        return send(method, `/desk/drafts/${encodeURIComponent(this.about.task)}${query}`, body,
            { 'Content-Type': 'application/json' }, options);
    }

    changed() {
        if (this.touched && !this.overtaken && !isDisabled(this.container)) {
            this.latest = JSON.stringify(answers(this.form));
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.keep(), AFTER_TYPING);
        }
    }

    async keep(leaving = false) {
        clearTimeout(this.timer);
        if (this.latest === this.kept || this.overtaken) {
            return;
        }
        if (this.busy && !leaving) {
            this.timer = setTimeout(() => this.keep(), AFTER_TYPING);
            return;
        }
        this.busy = true;
        const before = { edition: this.edition, kept: this.kept };
        this.edition = edition();
        this.kept = this.latest;
        const body = `{"base":${JSON.stringify(before.edition)},"edition":"${this.edition}","answers":${this.latest}}`;
        const answer = await this.call('PUT', '', body, { keepalive: leaving && body.length < LAST_WORDS })
            .catch(() => null);
        this.busy = false;
        if (answer?.ok) {
            this.show(await answer.json());
        } else if (answer?.status === 409) {
            this.conflict(await answer.json());
        } else if (answer?.status !== 404) {
            Object.assign(this, before);
            this.say(this.words?.lost, true);
        }
    }

    show(shown) {
        this.words = shown.words;
        if (shown.line) {
            this.say(shown.line, false, button(this.words.discard, () => this.ask(shown)));
        } else {
            this.bar.replaceChildren();
        }
    }

    ask(shown) {
        this.say(this.words.sure, false,
            button(this.words.discardNow, () => this.discard()),
            button(this.words.keepIt, () => this.show(shown)));
        this.bar.querySelector('button').focus();
    }

    async discard() {
        clearTimeout(this.timer);
        const answer = await this.call('DELETE', `?edition=${this.edition}`);
        if (answer.status === 409) {
            this.conflict(await answer.json());
        } else {
            await this.reload();
        }
    }

    /** Somebody kept another one: the person chooses which one goes on. */
    conflict(other) {
        this.overtaken = true;
        this.words = other.words;
        this.say(other.line, true,
            button(this.words.theirs, () => this.reload()),
            button(this.words.mine, () => this.prevail(other)));
    }

    prevail(other) {
        this.overtaken = false;
        this.edition = other.edition;
        this.kept = null;
        this.latest = JSON.stringify(answers(this.form));
        return this.keep();
    }

    async reload() {
        const { form, task } = this.about;
        const answer = await fetch(`/forms/${form}/${encodeURIComponent(task)}`);
        if (answer.ok) {
            await this.form.importSchema(await answer.json(), {});
            this.begin();
        }
    }

    say(line, alarm, ...buttons) {
        this.bar.classList.toggle('alarm', alarm);
        if (this.bar.firstChild?.textContent !== line || alarm || buttons.length !== this.bar.children.length - 1) {
            const words = document.createElement('span');
            words.textContent = line || '';
            this.bar.replaceChildren(words, ...buttons);
        }
    }

    end() {
        this.keep(true);
        this.bar.remove();
        drafts.delete(this);
    }
}

const keepAll = () => drafts.forEach(draft => draft.keep(true));

onForms((container, form) => {
    if (!about(form)) {
        return null;
    }
    const draft = new Draft(container, form);
    drafts.add(draft);
    return draft;
}, draft => draft?.end());

addEventListener('pagehide', keepAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll());

// "Save" keeps on the server as well, and nothing of it in this browser
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
    if (String(key).startsWith(BROWSERS_OWN)) {
        keepAll();
    } else {
        setItem.call(this, key, value);
    }
};
Object.keys(localStorage).filter(key => key.startsWith(BROWSERS_OWN)).forEach(key => localStorage.removeItem(key));
