// Below the forms whose completion mails something: that mail, as its reader will see it, on what stands in the form now.
import { about, answers, button, onForms, send } from './form-library.js';

const AFTER_TYPING = 700;

class Mail {
    constructor(container, form, task) {
        this.form = form;
        this.address = `/desk/mails/${encodeURIComponent(task)}`;
        this.panel = document.createElement('section');
        this.panel.className = 'orderdesk-mail';
        container.parentElement.append(this.panel);
        this.isOpen = false;
        form.on('changed', () => this.changed());
        this.look();
    }

    changed() {
        if (this.isOpen) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.look(), AFTER_TYPING);
        }
    }

    async look() {
        const answer = await (this.isOpen
            ? send('POST', this.address, JSON.stringify(answers(this.form)), { 'Content-Type': 'application/json' })
            : send('GET', this.address)).catch(() => null);
        if (answer?.ok) {
            this.show(await answer.json());
        }
    }

    toggle() {
        this.isOpen = !this.isOpen;
        this.look();
    }

    show({ mails, problems, words }) {
        const title = document.createElement('h4');
        title.textContent = words.title;
        const act = this.act || button('', () => this.toggle());
        this.act = act;
        act.textContent = this.isOpen ? words.hide : words.show;
        act.setAttribute('aria-expanded', this.isOpen);
        const head = document.createElement('div');
        head.className = 'head';
        head.append(title, act);
        this.panel.setAttribute('aria-label', words.title);
        if (!this.panel.contains(act)) {
            this.panel.replaceChildren(head);
        }
        [...this.panel.children].slice(1).forEach(old => old.remove());
        if (this.isOpen) {
            this.panel.append(...this.content(mails, problems, words));
        }
    }

    content(mails, problems, words) {
        if (problems.length) {
            return [this.line(words.notYet), ...problems.map(problem => this.line(problem, 'problem'))];
        }
        return mails.length ? mails.flatMap(mail => this.mail(mail, words)) : [this.line(words.none)];
    }

    line(words, look = '') {
        const line = document.createElement('p');
        line.className = look;
        line.textContent = words;
        return line;
    }

    /** In a frame in which nothing runs, and no link leads away. */
    mail({ to, language, subject, html }, words) {
        const frame = document.createElement('iframe');
        frame.title = subject;
        frame.setAttribute('sandbox', 'allow-same-origin');
        frame.srcdoc = html;
        frame.addEventListener('load', () => {
            frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
            frame.contentDocument.querySelectorAll('a').forEach(link => link.removeAttribute('href'));
        });
        return [this.line(`${words.to} ${to} · ${language}`), this.line(`${words.subject} ${subject}`), frame];
    }
}

onForms((container, form) => {
    const known = about(form);
    return known?.mail ? new Mail(container, form, known.task) : null;
}, mail => mail?.panel.remove());
