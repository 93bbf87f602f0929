// Forms arrive in the reader's language, but what the form library says itself is English whatever the reader speaks,
// its calendar too. This puts the reader's words in the place of the library's, and names its groups of choices.
import { language } from '/language.js';

const TEXTS = {
    nl: {
        'Field is required.': 'Dit veld is verplicht.',
        'Field must be a valid email.': 'Dit is geen geldig e-mailadres.',
        'Field must have minimum value of *.': 'Minstens *.',
        'Field must have maximum value of *.': 'Hoogstens *.',
        'Field must have minimum length of *.': 'Minstens * tekens.',
        'Field must have maximum length of *.': 'Hoogstens * tekens.',
        'Select': 'Kies',
        'Search': 'Zoek',
        'No results': 'Niets gevonden',
        'All values selected': 'Alles is gekozen',
        'Nothing to show.': 'Niets te tonen.',
        'Add new': 'Toevoegen',
        '* of *': '* van *',
    },
    fr: {
        'Field is required.': 'Ce champ est obligatoire.',
        'Field must be a valid email.': 'Cette adresse e-mail n’est pas valable.',
        'Field must have minimum value of *.': 'Au moins *.',
        'Field must have maximum value of *.': 'Au plus *.',
        'Field must have minimum length of *.': 'Au moins * caractères.',
        'Field must have maximum length of *.': 'Au plus * caractères.',
        'Select': 'Choisissez',
        'Search': 'Cherchez',
        'No results': 'Aucun résultat',
        'All values selected': 'Tout est choisi',
        'Nothing to show.': 'Rien à montrer.',
        'Add new': 'Ajouter',
        '* of *': '* sur *',
    },
    de: {
        'Field is required.': 'Dieses Feld muss ausgefüllt werden.',
        'Field must be a valid email.': 'Das ist keine gültige E-Mail-Adresse.',
        'Field must have minimum value of *.': 'Mindestens *.',
        'Field must have maximum value of *.': 'Höchstens *.',
        'Field must have minimum length of *.': 'Mindestens * Zeichen.',
        'Field must have maximum length of *.': 'Höchstens * Zeichen.',
        'Select': 'Auswählen',
        'Search': 'Suchen',
        'No results': 'Nichts gefunden',
        'All values selected': 'Alles ist ausgewählt',
        'Nothing to show.': 'Nichts anzuzeigen.',
        'Add new': 'Hinzufügen',
        '* of *': '* von *',
    },
    en: {
        'Field is required.': 'This field is required.',
        'Field must be a valid email.': 'This is not a valid e-mail address.',
        'Field must have minimum value of *.': 'At least *.',
        'Field must have maximum value of *.': 'At most *.',
        'Field must have minimum length of *.': 'At least * characters.',
        'Field must have maximum length of *.': 'At most * characters.',
    },
};

/** Letters for day, month and year in an empty date field. */
const DATE_LETTERS = { nl: { y: 'j' }, fr: { d: 'j', y: 'a' }, de: { d: 'T', m: 'M', y: 'J' } }[language] || {};

const texts = TEXTS[language];

/** Each star stands for a number. */
const shapes = Object.entries(texts)
    .filter(([english]) => english.includes('*'))
    .map(([english, own]) => [new RegExp('^' + english.replace('.', '\\.').replaceAll('*', '(-?\\d+)') + '$'), own]);

function translated(text) {
    if (texts[text]) {
        return texts[text];
    }
    const [shape, own] = shapes.find(([shape]) => shape.test(text)) || [];
    const values = shape ? text.match(shape).slice(1) : [];
    return own && own.replace(/\*/g, () => values.shift());
}

function translateTexts(form) {
    const walker = document.createTreeWalker(form, NodeFilter.SHOW_TEXT, node =>
        node.parentElement.closest('textarea, label, .fjs-form-field-html, .fjs-form-field-text')
            ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const english = node.nodeValue.trim();
        const own = translated(english);
        if (own && own !== english) {
            node.nodeValue = node.nodeValue.replace(english, () => own);
        }
    }
}

function translatePlaceholder(input) {
    const own = /^[dmy./\- ]+$/.test(input.placeholder)
        ? input.placeholder.replace(/[dmy]/g, letter => DATE_LETTERS[letter] || letter)
        : translated(input.placeholder);
    if (own && own !== input.placeholder) {
        input.placeholder = own;
    }
}

function names(count, day, options) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, i) => format.format(new Date(day(i))));
}

/** Weeks begin on Monday here; 1 February 2026 is a Sunday, with which the calendar's list of days begins. */
const calendar = {
    firstDayOfWeek: 1,
    weekdays: {
        shorthand: names(7, i => Date.UTC(2026, 1, 1 + i), { weekday: 'short' }),
        longhand: names(7, i => Date.UTC(2026, 1, 1 + i), { weekday: 'long' }),
    },
    months: {
        shorthand: names(12, i => Date.UTC(2026, i, 1), { month: 'short' }),
        longhand: names(12, i => Date.UTC(2026, i, 1), { month: 'long' }),
    },
};

function translateCalendar(input) {
    if (input._flatpickr && input._flatpickr.config.locale !== calendar) {
        input._flatpickr.set('locale', calendar);
    }
}

/** The library writes a question above its choices, but tells readers by ear the choices alone. */
function nameGroup(field) {
    const question = field.querySelector('.fjs-form-field-label')?.textContent.replace(/\*$/, '').trim();
    if (question) {
        field.setAttribute('role', field.matches('.fjs-form-field-radio') ? 'radiogroup' : 'group');
        field.setAttribute('aria-label', question);
    }
}

function translateForm(form) {
    translateTexts(form);
    form.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(nameGroup);
    form.querySelectorAll('input[placeholder]').forEach(translatePlaceholder);
    form.querySelectorAll('input').forEach(translateCalendar);
}

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(translateForm))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
