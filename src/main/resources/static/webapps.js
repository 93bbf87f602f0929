// What each of the engine's webapps begins with: colours, the way to sign in, and labels in the language of whoever reads them.
import '/look.js';
import { language, languages } from '/language.js';

/** What a file lacks would come in English, and with it English names of months: readers of ours have complete files. */
export const locales = { availableLocales: languages, fallbackLocale: language };

/**
 * A webapp draws itself before its labels have come, and parts of it go on showing their keys until it is opened again. At the
 * first visit they are put where it looks for those of the last.
 */
export async function haveLabels(app) {
    const folder = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
    const place = `${folder}_locales_data_${language}_${window.bust}`;
    const kept = () => JSON.parse(localStorage.getItem('camunda-web') || '{}');
    if (kept()[place]) {
        return;
    }
    const labels = await fetch(`${folder}${language}.json?bust=${window.bust}`).catch(() => null);
    if (labels?.ok) {
        const text = await labels.text();
        localStorage.setItem('camunda-web', JSON.stringify({ ...kept(), [place]: text }));
    }
}

/** The webapps' own log-in form cannot work: people sign in at Orderdesk, which a webapp's address leads to. */
function toSignIn() {
    if (/^#!?\/login/.test(location.hash)) {
        location.replace(location.pathname);
    }
}
addEventListener('hashchange', toSignIn);
toSignIn();
