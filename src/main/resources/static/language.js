// The language that the webapps and our pages speak to this person: that of the browser, where it is one of ours.
export const languages = ['en', 'nl', 'fr', 'de'];

const asked = (navigator.languages?.[0] || navigator.language || 'en').slice(0, 2).toLowerCase();

export const language = languages.includes(asked) ? asked : 'en';

export const number = value => value.toLocaleString(language === 'en' ? 'en-GB' : language);

/** Puts values in the place of {0}, {1} … */
export const filled = (words, ...values) => words.replace(/\{(\d)}/g, (place, index) => values[index]);
