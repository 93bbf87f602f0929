// Cockpit's first page: what the weekly meeting looks at.
import { filled, number } from '/language.js';
import { ask, el, link, room, table, turn } from './room.js';

const SVG = 'http://www.w3.org/2000/svg';

/** One drawing of the page; another node has a page of its own. */
class Page {
    constructor(place) {
        this.place = place;
        this.said = el('p', { role: 'status', tabindex: '-1' });
    }

    async load() {
        this.figures = await ask('/desk/figures');
        this.words = key => this.figures.words[`figures.${key}`];
        this.column = key => this.words(`column.${key}`);
        this.results = el('div', { 'aria-live': 'polite' });
        this.stuck = el('div');
        this.place.replaceChildren(
            this.head(),
            this.said,
            this.figures.search ? this.search() : '',
            this.results,
            this.tiles(),
            this.section('failures', 'failures', this.failures()),
            this.section('stuck', 'stuck', this.stuck),
            this.section('standing', 'standing', this.standing()),
            el('div', { class: 'two' },
                this.section('deliveries', 'deliveries', this.deliveries()),
                this.section('campaigns', 'campaigns', this.campaigns())));
        this.showStuck(this.figures.stuck);
    }

    say(words, refused = false) {
        this.said.className = words ? `message ${refused ? 'error' : 'good'}` : '';
        this.said.textContent = words;
        if (words) {
            this.said.focus();
        }
    }

    head() {
        const counted = this.figures.countedAt
            ? filled(this.words('counted'), this.figures.countedAt) : this.words('countedNever');
        return el('div', { class: 'head' },
            el('h2', {}, this.words('title')),
            el('div', { class: 'links' },
                el('span', { class: 'quiet' }, counted),
                el('button', { type: 'button', class: 'secondary', click: () => this.again() }, this.words('refresh'))));
    }

    again() {
        this.said.className = '';
        this.said.textContent = '';
        return this.load();
    }

    section(name, file, ...content) {
        return el('section', { 'aria-labelledby': `orderdesk-${name}` },
            el('div', { class: 'head' },
                el('h3', { id: `orderdesk-${name}` }, this.words(name)),
                el('a', {
                    href: `/desk/figures/${file}.csv`,
                    download: true,
                    'aria-label': `${this.words('file')}: ${this.words(name)}`,
                }, this.words('file'))),
            ...content);
    }

    tiles() {
        const { sum, turns } = this.figures.standing;
        const failed = this.figures.failures.reduce((all, cause) => all + cause.steps, 0);
        const tile = (words, value, kind) => el('li', { class: kind }, el('strong', {}, number(value)), words);
        return el('ul', { class: 'tiles' },
            tile(this.words('tile.open'), sum.total),
            turns.map(side => tile(turn(side.code, side.words), sum.turns[side.code] || 0)),
            tile(this.words('stuck'), sum.stuck, sum.stuck > 0 && 'warn'),
            tile(this.words('tile.failed'), failed, failed > 0 && 'warn'));
    }

    search() {
        const asked = el('input', { type: 'search', name: 'q', placeholder: this.words('search.label') });
        const submit = event => {
            event.preventDefault();
            this.find(asked.value.trim(), 0).catch(failure => this.say(this.words('failed'), failure));
        };
        return el('form', { class: 'bar', role: 'search', submit },
            el('label', {}, this.words('search'), asked),
            el('button', {}, this.words('search.go')));
    }

    async find(q, page) {
        if (!q) {
            this.results.replaceChildren();
            return;
        }
        const found = await ask(`/desk/figures/orders?${new URLSearchParams({ q, page })}`);
        const rows = found.orders.map(order => [
            link(order.order, order.file, { class: 'reference' }),
            order.customer || '–',
            order.what,
            order.turn ? `${order.state} · ${order.turn}` : order.state,
            order.opened,
        ]);
        const columns = ['order', 'customer', 'what', 'state', 'opened'].map(key => [this.column(key)]);
        this.results.replaceChildren(el('section', { 'aria-label': this.words('search') },
            el('div', { class: 'head' },
                el('p', {}, found.total ? filled(this.words('search.found'), number(found.total)) : this.words('search.none')),
                el('button', { type: 'button', class: 'secondary', click: () => this.results.replaceChildren() },
                    this.words('search.close'))),
            found.total ? table(this.words('search'), columns, rows) : '',
            this.pages(found.page, found.page + 1 < found.pages, next => this.find(q, next))));
    }

    pages(page, more, open) {
        const button = (words, to) => el('button', {
            type: 'button',
            class: 'secondary',
            click: () => open(to).catch(() => this.say(this.words('failed'), true)),
        }, words);
        return page === 0 && !more ? '' : el('div', { class: 'pages' },
            page > 0 ? button(this.words('previous'), page - 1) : '',
            el('span', { role: 'status' }, filled(this.words('page'), page + 1)),
            more ? button(this.words('next'), page + 1) : '');
    }

    showStuck(stuck) {
        const rows = stuck.lines.map(line => [
            link(line.order, line.file, { class: 'reference' }),
            line.customer || '–',
            line.what,
            line.step,
            el('span', { class: 'why' }, line.why),
            line.since,
            turn(line.turn, line.turnWords),
        ]);
        const columns = ['order', 'customer', 'what', 'step', 'why', 'since', 'turn']
            .map(key => [this.column(key), ['what', 'since', 'turn'].includes(key) && 'nowrap']);
        this.stuck.replaceChildren(
            el('p', { class: 'quiet' }, this.words('stuck.text')),
            rows.length ? table(this.words('stuck'), columns, rows) : el('p', {}, this.words('stuck.none')),
            this.pages(stuck.page, stuck.more, async page => {
                this.showStuck(await ask(`/desk/figures/stuck?page=${page}`));
            }));
    }

    standing() {
        const { phases, turns, lines, sum } = this.figures.standing;
        if (sum.total === 0) {
            return el('p', {}, this.words('standing.none'));
        }
        const count = value => value ? number(value) : el('span', { class: 'quiet' }, '0');
        const row = line => [
            line.what,
            ...phases.map(phase => count(line.orders[phase.code])),
            ...turns.map(side => count(line.turns[side.code])),
            count(line.total),
            count(line.stuck),
        ];
        const columns = [
            [this.column('what')],
            ...phases.map(phase => [phase.words, 'number']),
            ...turns.map((side, at) => [side.words, at === 0 ? 'number edge' : 'number']),
            [this.column('total'), 'number edge'],
            [this.column('stuck'), 'number'],
        ];
        const shown = table(this.words('standing'), columns, [...lines.map(row), row(sum)]);
        shown.querySelector('tbody tr:last-child').className = 'sum';
        return shown;
    }

    deliveries() {
        const rows = this.figures.deliveries.map(line => [
            line.service,
            line.period,
            number(line.deliveries),
            filled(this.words('days'), line.median),
            filled(this.words('days'), line.ninth),
            line.share === null ? '–' : this.share(line.share),
        ]);
        const columns = [
            [this.column('service')],
            [this.column('period')],
            [this.column('deliveries'), 'number'],
            [this.column('median'), 'number'],
            [this.column('ninth'), 'number'],
            [this.column('share'), 'number'],
        ];
        return [
            el('p', { class: 'quiet' }, this.words('deliveries.text')),
            rows.length ? table(this.words('deliveries'), columns, rows) : el('p', {}, this.words('deliveries.none')),
        ];
    }

    /** The number stands beside it: the bar is for the eye alone. */
    share(percent) {
        const bar = document.createElementNS(SVG, 'svg');
        bar.setAttribute('viewBox', '0 0 100 10');
        bar.setAttribute('preserveAspectRatio', 'none');
        bar.setAttribute('aria-hidden', 'true');
        [['rest', 100], ['part', percent]].forEach(([kind, width]) => {
            const part = document.createElementNS(SVG, 'rect');
            Object.entries({ class: kind, width, height: 10 }).forEach(([key, value]) => part.setAttribute(key, value));
            bar.append(part);
        });
        return el('span', { class: 'measure' }, bar, el('span', {}, `${number(percent)} %`));
    }

    failures() {
        if (this.figures.failures.length === 0) {
            return el('p', {}, this.words('failures.none'));
        }
        const rows = this.figures.failures.map(cause => [
            cause.number
                ? link(cause.number, cause.page, { class: 'reference' })
                : el('span', { class: 'quiet' }, this.words('failures.gathering')),
            el('span', { class: 'why' }, cause.words),
            number(cause.orders),
            number(cause.steps),
            cause.since,
            el('span', { class: 'links' },
                this.figures.retry && cause.number ? this.retry(cause) : '',
                cause.task ? link(this.words('failures.task'), cause.task) : ''),
        ]);
        const columns = [
            [this.column('failure')],
            [this.column('cause')],
            [this.column('orders'), 'number'],
            [this.column('steps'), 'number'],
            [this.column('since')],
            [this.column('act')],
        ];
        return table(this.words('failures'), columns, rows);
    }

    retry(cause) {
        const { header, value } = this.figures.token;
        const click = async event => {
            event.target.disabled = true;
            try {
                const { steps } = await ask(`/desk/figures/failures/${encodeURIComponent(cause.number)}/retry`,
                    { method: 'POST', headers: { [header]: value } });
                await this.load();
                this.say(filled(this.words('failures.retried'), number(steps)));
            } catch {
                event.target.disabled = false;
                this.say(this.words('failed'), true);
            }
        };
        return el('button', {
            type: 'button',
            'aria-label': filled(this.words('failures.retry.of'), cause.number),
            click,
        }, this.words('failures.retry'));
    }

    campaigns() {
        if (this.figures.campaigns.length === 0) {
            return el('p', {}, this.words('campaigns.none'));
        }
        const rows = this.figures.campaigns.map(one => [
            [link(one.order, one.file, { class: 'reference' }),
                one.over ? el('span', { class: 'tag' }, this.words('campaigns.over')) : '',
                one.paused && !one.over ? el('span', { class: 'tag warn' }, this.words('campaigns.paused')) : ''],
            `${one.from} → ${one.to}`,
            one.stopDate,
            [filled(this.words('campaigns.progress'), number(one.migrated), number(one.customers)),
                this.share(Math.round(100 * one.migrated / Math.max(1, one.customers)))],
            number(one.underWay),
            number(one.waiting),
            number(one.abandoned + one.passedOver),
        ]);
        const columns = [
            [this.column('order')],
            [this.column('campaign')],
            [this.column('stopDate')],
            [this.column('progress')],
            [this.column('underWay'), 'number'],
            [this.column('waiting'), 'number'],
            [this.column('left'), 'number'],
        ];
        return table(this.words('campaigns'), columns, rows);
    }
}

export async function render(node) {
    await new Page(await room(node)).load();
}
