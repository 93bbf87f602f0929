// Counts and median durations of a process's steps, on its diagram and as a table beside it; both show the same period.
import { filled, number } from '/language.js';
import { ask, el, room, table, turn } from './room.js';

const SVG = 'http://www.w3.org/2000/svg';
const KIND = 'orderdesk-steps';
const SIDES = ['belnet', 'customer', 'supplier'];

/** Share of all time. */
const WORTH_A_LOOK = .03;
/** Scales of the diagram: that at which badges are no longer made smaller, and from which on all of them are shown. */
const LEGIBLE = .9;
const NEAR = .5;

/** What the person has chosen, for all diagrams and tables that are drawn. */
const choice = { period: 'quarter', shown: true };
const drawn = new Set();

/** An id of a definition begins with the key of its process. */
const process = definition => decodeURIComponent(definition).split(':')[0];

const figures = key => ask(`/desk/figures/steps?${new URLSearchParams({ process: key, period: choice.period })}`);

function choose(change) {
    Object.assign(choice, change);
    drawn.forEach(draw => draw().catch(failure => console.error(failure)));
}

function periods(found, id) {
    const words = key => found.words[`figures.${key}`];
    return el('label', { for: id }, `${words('steps.period')} `,
        el('select', { id, change: event => choose({ period: event.target.value }) },
            found.periods.map(one =>
                el('option', { value: one.code, selected: one.code === found.period }, one.words))));
}

// ---- the table

export async function render(node, { processDefinitionId }) {
    const place = await room(node);
    const key = process(processDefinitionId);
    const draw = async () => {
        if (!node.isConnected) {
            drawn.delete(draw);
            return;
        }
        show(place, await figures(key));
    };
    await draw();
    drawn.add(draw);
}

function show(place, found) {
    const words = name => found.words[`figures.${name}`];
    const column = name => words(`column.${name}`);
    const rows = found.steps.map(step => [
        step.step,
        turn(step.turn, step.turnWords),
        number(step.passed),
        step.median || '–',
        number(step.standing),
    ]);
    const columns = [
        [column('step')], [column('turn')], [column('passed'), 'number'], [column('median'), 'number'],
        [column('standing'), 'number'],
    ];
    const chosen = place.getRootNode().activeElement?.id;
    const file = `/desk/figures/steps.csv?${new URLSearchParams({ process: found.process, period: found.period })}`;
    place.replaceChildren(
        el('div', { class: 'controls' },
            periods(found, 'orderdesk-period'),
            el('a', { href: file, download: true }, words('file'))),
        el('p', { class: 'quiet' }, words('steps.text')),
        rows.length ? table(words('steps'), columns, rows) : el('p', {}, words('steps.none')));
    if (chosen) {
        place.querySelector(`#${chosen}`)?.focus();
    }
}

// ---- the diagram

export async function drawOn(viewer, definition) {
    const key = process(definition);
    const canvas = viewer.get('canvas').getContainer();
    const box = el('div', { class: 'orderdesk-legend' });
    canvas.append(box);
    // The diagram would take clicks and turns of the wheel for its own
    ['mousedown', 'wheel', 'dblclick', 'touchstart'].forEach(kind => box.addEventListener(kind, event => event.stopPropagation()));
    const place = await room(box);
    place.classList.add('small');
    const draw = async () => {
        if (!canvas.isConnected) {
            drawn.delete(draw);
            return;
        }
        const found = await figures(key);
        legend(place, found);
        clear(viewer);
        if (choice.shown) {
            heat(viewer, found);
            badges(viewer, found);
        }
    };
    await draw();
    drawn.add(draw);
}

function legend(place, found) {
    const sides = new Map(found.steps.map(step => [step.turn, step.turnWords]));
    const words = name => found.words[`figures.${name}`];
    const chosen = place.getRootNode().activeElement?.id;
    place.replaceChildren(
        el('div', { class: 'controls' },
            el('label', {}, el('input', {
                type: 'checkbox',
                id: 'orderdesk-shown',
                checked: choice.shown,
                change: event => choose({ shown: event.target.checked }),
            }), ` ${words('steps')}`),
            periods(found, 'orderdesk-diagram-period')),
        el('ul', { class: 'legend' },
            SIDES.filter(side => sides.has(side)).map(side => el('li', {}, turn(side, sides.get(side))))));
    if (chosen) {
        place.querySelector(`#${chosen}`)?.focus();
    }
}

function clear(viewer) {
    viewer.get('overlays').remove({ type: KIND });
    viewer.get('canvas').getLayer(KIND, -1).replaceChildren();
}

function byStep(found) {
    const steps = new Map();
    found.steps.forEach(step => steps.set(step.activity, [...steps.get(step.activity) || [], step]));
    return steps;
}

/** All elapsed seconds by step. */
const spentAt = found => new Map([...byStep(found)].map(([step, parts]) => [step, parts.reduce((all, part) => all + part.seconds, 0)]));

/** The warmer, the more of all elapsed time was spent there. */
function heat(viewer, found) {
    const layer = viewer.get('canvas').getLayer(KIND, -1);
    const spent = spentAt(found);
    const most = Math.max(1, ...spent.values());
    spent.forEach((seconds, step) => {
        const shape = viewer.get('elementRegistry').get(step);
        if (shape && !shape.waypoints && seconds > 0) {
            layer.append(glow(shape, seconds / most));
        }
    });
}

function glow(shape, share) {
    const spot = document.createElementNS(SVG, 'ellipse');
    Object.entries({
        class: 'orderdesk-heat',
        cx: shape.x + shape.width / 2,
        cy: shape.y + shape.height / 2,
        rx: shape.width * .75,
        ry: shape.height * .75,
        fill: `hsl(${Math.round(55 - 50 * share)}, 95%, 55%)`,
        opacity: .25 + .5 * share,
    }).forEach(([key, value]) => spot.setAttribute(key, value));
    return spot;
}

/** Where much time is spent or orders stand now, letters stay legible with the whole diagram in view; the others wait for a closer look. */
function badges(viewer, found) {
    const words = name => found.words[`figures.${name}`];
    const spent = spentAt(found);
    const all = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
    byStep(found).forEach((parts, step) => {
        const shape = viewer.get('elementRegistry').get(step);
        if (!shape || shape.waypoints) {
            return;
        }
        const counts = spent.get(step) > all * WORTH_A_LOOK || parts.some(part => part.standing > 0);
        const lines = SIDES.flatMap(side => parts.filter(part => part.turn === side)).map(part => badge(part, words));
        viewer.get('overlays').add(step, KIND, {
            position: { bottom: -2, left: 0 },
            html: el('div', { class: 'orderdesk-badges' }, lines),
            scale: counts ? { min: LEGIBLE } : true,
            show: { minZoom: counts ? 0 : NEAR },
        });
    });
}

function badge(part, words) {
    const passed = part.passed ? `${number(part.passed)} × · ${part.median}` : '';
    const now = part.standing ? filled(words('steps.now'), number(part.standing)) : '';
    return el('div', {
        class: `orderdesk-badge ${part.turn}`,
        title: [
            `${part.turnWords}:`,
            part.passed ? filled(words('steps.median'), number(part.passed), part.median) : '',
            now,
        ].filter(Boolean).join(' '),
    }, [passed, now].filter(Boolean).map(line => el('div', {}, line)));
}
