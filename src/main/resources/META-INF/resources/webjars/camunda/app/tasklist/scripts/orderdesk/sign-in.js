// The webapps' own log-in form cannot work: people sign in at Orderdesk, which this page's address leads to.
const toSignIn = () => {
    if (/^#!?\/login/.test(location.hash)) {
        location.replace(location.pathname);
    }
};
addEventListener('hashchange', toSignIn);
toSignIn();
