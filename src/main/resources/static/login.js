// Keeps the part after "#" of the page that was asked for, which a browser does not send.
document.forms[0].action = document.forms[0].getAttribute('action') + location.hash;
