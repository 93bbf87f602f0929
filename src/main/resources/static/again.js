// Shows in its place how far it is by now. A page that loads anew by itself would take readers back to its top.
const seconds = document.currentScript.dataset.seconds;

/** Leaves what is the same where it is, and with it the focus of the keyboard; what is a status is told to readers by ear. */
function renew(shown, fresh) {
    const old = [...shown.children];
    const young = [...fresh.children];
    young.forEach((one, place) => {
        const there = old[place];
        if (!there) {
            shown.append(one);
        } else if (there.matches('[role=status]') && one.matches('[role=status]')) {
            there.textContent = one.textContent;
        } else if (!there.isEqualNode(one)) {
            there.replaceWith(one);
        }
    });
    old.slice(young.length).forEach(one => one.remove());
}

async function again() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) {
        return later();
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    renew(document.querySelector('main'), page.querySelector('main'));
    return page.querySelector('script[data-seconds]') && later();
}

function later() {
    setTimeout(() => again().catch(later), seconds * 1000);
}

later();
