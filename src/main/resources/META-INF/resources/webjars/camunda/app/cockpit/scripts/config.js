import { haveLabels, locales } from '/webapps.js';

await haveLabels('cockpit');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk cockpit' },
  locales,
  customScripts: ['scripts/orderdesk/figures'],
};
