// Colours are chosen once, for pages and webapps alike.
const look = document.createElement('script');
look.src = '/look.js';
document.head.append(look);
