import { haveLabels, locales } from '/webapps.js';

await haveLabels('welcome');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk' },
  locales,
  customScripts: ['scripts/orderdesk/sign-in', 'scripts/orderdesk/look'],
};
