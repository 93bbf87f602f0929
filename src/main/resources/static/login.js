// Keeps the part after "#" of the page that was asked for, which a browser does not send.
const form = document.forms[0];
if (form) {
    form.action = form.getAttribute('action') + location.hash;
}
const signIn = document.getElementById('sign-in');
if (signIn && location.hash) {
    signIn.href += '?at=' + encodeURIComponent(location.hash);
}
// Where there is nothing to read, the way goes on by itself.
const follow = document.querySelector('a[data-follow]');
if (follow) {
    location.replace(follow.href);
}
