// For readers by ear: a button that changes its words says nothing by itself.
const said = document.createElement('p');
said.setAttribute('role', 'status');
said.className = 'unseen';
document.body.append(said);

// Buttons that copy work only with a script, so without one they stay hidden.
for (const button of document.querySelectorAll('[data-copy]')) {
    const words = button.textContent;
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = button.dataset.copied;
        said.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = words; said.textContent = ''; }, 2000);
    });
}

// A look takes seconds: say so, and take no second click meanwhile.
for (const form of document.forms) {
    form.addEventListener('submit', (submit) => {
        const button = form.querySelector('[data-busy]');
        if (button?.getAttribute('aria-disabled')) {
            submit.preventDefault();
        } else if (button) {
            button.setAttribute('aria-disabled', 'true');
            button.textContent = button.dataset.busy;
            said.textContent = button.dataset.busy;
        }
    });
}

// After an act the domain it was about is brought into view.
const at = new URLSearchParams(location.search).get('at');
document.getElementById(`domain-${at}`)?.scrollIntoView({block: 'nearest'});

// Coming back by the browser's own button finds the buttons as they were.
window.addEventListener('pageshow', (shown) => { if (shown.persisted) location.reload(); });
