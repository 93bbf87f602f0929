// Names tasks and processes in the reader's language; the engine knows them as the models have them, in English. The model's
// own name stays with each as data-orderdesk-name.
const PLACES = '.tasks-list h4.task a, .task-card h2.task, .tasks-list h6.process-definition, .task-card h4.process-definition,'
    + ' ul.processes a, .modal-header .modal-title';
const given = new WeakMap();
let names = {};
let drawing = false;

function name(place) {
    const text = [...place.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    const shown = text?.nodeValue.trim();
    if (!shown || given.get(place) === shown) {
        return;
    }
    if (Object.hasOwn(names, shown)) {
        place.dataset.orderdeskName = shown;
        given.set(place, names[shown]);
        text.nodeValue = text.nodeValue.replace(shown, () => names[shown]);
    } else {
        delete place.dataset.orderdeskName;
    }
}

function draw() {
    drawing = false;
    document.querySelectorAll(PLACES).forEach(name);
}

function drawSoon() {
    if (!drawing) {
        drawing = true;
        queueMicrotask(draw);
    }
}

new MutationObserver(drawSoon).observe(document.body, { childList: true, subtree: true, characterData: true });
fetch('/desk/model-names', { headers: { Accept: 'application/json' } })
    .then(answer => answer.ok ? answer.json() : {})
    .then(known => {
        names = known;
        draw();
    })
    .catch(() => {});
