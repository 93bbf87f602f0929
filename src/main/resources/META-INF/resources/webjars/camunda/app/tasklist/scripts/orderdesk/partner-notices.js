// Tells above the lists which partners are paused and that failed steps wait, wherever people work.
const EVERY_MINUTE = 60_000;

const bar = document.createElement('a');
bar.className = 'orderdesk-notices';
bar.href = '/partners';
bar.target = '_blank';

function show(notices) {
    bar.textContent = notices.join(' · ');
    bar.hidden = notices.length === 0;
    if (!bar.isConnected) {
        document.body.append(bar);
    }
}

function look() {
    fetch('/desk/partner-notices', { headers: { Accept: 'application/json' } })
        .then(answer => answer.ok ? answer.json() : [])
        .then(show)
        .catch(() => show([]));
}

setInterval(look, EVERY_MINUTE);
look();
