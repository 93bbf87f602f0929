// What our scripts need of the form library and of our server. The library hands its form to nobody; it is found where the
// library draws with it.

/** The form that is drawn into an element of class fjs-container; null until it is there. */
export function formIn(container) {
    const open = [container.__k];
    while (open.length) {
        const node = open.shift();
        const service = node?.props?.value?.getService;
        if (service) {
            return service('form');
        }
        open.push(...(node?.__k || []).filter(Boolean));
    }
    return null;
}

/** What the server says about a form beside the form itself; undefined where one may only look on. */
export function about(form) {
    return form._getState().schema?.orderdesk;
}

function fields(components) {
    return components.flatMap(component => [
        ...(component.key && component.type !== 'expression' ? [component.key] : []),
        ...fields(component.components || []),
    ]);
}

/** What stands in the form, by field; null for empty ones. */
export function answers(form) {
    const { schema, data } = form._getState();
    return Object.fromEntries(fields(schema.components).map(key => [key, data[key] ?? null]));
}

/** Whether it is somebody else's to fill in. */
export function isDisabled(container) {
    return container.closest('.disabled-form') !== null || document.querySelector('.disabled-form') !== null;
}

/** Calls back with each form that is drawn, once, and again with the one that takes its place; and when one is gone. */
export function onForms(begin, end = () => {}) {
    const seen = new Map();
    const look = () => {
        [...seen.keys()].filter(container => !container.isConnected).forEach(container => {
            end(seen.get(container));
            seen.delete(container);
        });
        document.querySelectorAll('.fjs-container').forEach(container => {
            const form = seen.has(container) ? null : formIn(container);
            if (form?._getState().schema) {
                seen.set(container, begin(container, form));
            }
        });
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
}

function token() {
    return document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);
}

/** As fetch, with the token by which the server knows its own pages. */
export function send(method, address, body, headers = {}, options = {}) {
    return fetch(address, {
        method,
        body,
        headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() || '', ...headers },
        ...options,
    });
}

/** Says sentences, each on a line of its own. */
export function sayLines(place, sentences, refused = false) {
    place.classList.toggle('refused', refused);
    place.replaceChildren(...sentences.flatMap(sentence => [sentence, document.createElement('br')]).slice(0, -1));
}

export function button(words, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link btn-sm';
    button.textContent = words;
    button.addEventListener('click', act);
    return button;
}
