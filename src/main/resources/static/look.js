// Light or dark colours: as the system says until somebody chooses, and remembered in this browser for pages and webapps alike.
(() => {
    const KEY = 'orderdesk-theme';
    const WORDS = {
        nl: { light: 'Lichte kleuren', dark: 'Donkere kleuren' },
        fr: { light: 'Couleurs claires', dark: 'Couleurs sombres' },
        de: { light: 'Helle Farben', dark: 'Dunkle Farben' },
        en: { light: 'Light colours', dark: 'Dark colours' },
    };
    const root = document.documentElement;
    const webapp = document.querySelector('base[app-root]');
    const system = matchMedia('(prefers-color-scheme: dark)');
    const systems = () => system.matches ? 'dark' : 'light';

    /** Some browsers keep nothing for anybody. */
    const remembered = change => {
        try {
            return change ? change(localStorage) : localStorage.getItem(KEY);
        } catch {
            return null;
        }
    };
    let chosen = remembered();
    const shown = () => root.dataset.theme ?? systems();
    const other = () => shown() === 'dark' ? 'light' : 'dark';

    const show = () => {
        if (chosen === 'light' || chosen === 'dark') {
            root.dataset.theme = chosen;
        } else {
            delete root.dataset.theme;
        }
        const button = document.querySelector('.theme');
        if (button) {
            const language = (webapp ? navigator.language : root.lang).slice(0, 2);
            button.title = (WORDS[language] ?? WORDS.en)[other()];
            button.setAttribute('aria-label', button.title);
        }
    };

    const choose = () => {
        chosen = other();
        if (chosen === systems()) {
            chosen = null;
        }
        remembered(store => chosen ? store.setItem(KEY, chosen) : store.removeItem(KEY));
        show();
    };

    const offer = () => {
        const place = webapp ? document.body
            : document.querySelector('.top .account') ?? document.querySelector('.top, .entrance') ?? document.body;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'theme';
        button.addEventListener('click', choose);
        if (place.matches('.account')) {
            place.prepend(button);
        } else {
            place.append(button);
        }
        show();
    };

    show();
    system.addEventListener('change', show);
    addEventListener('storage', event => {
        if (event.key === KEY) {
            chosen = event.newValue;
            show();
        }
    });
    if (document.readyState === 'loading') {
        addEventListener('DOMContentLoaded', offer);
    } else {
        offer();
    }
})();
