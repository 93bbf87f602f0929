import { haveLabels, locales } from '/webapps.js';

await haveLabels('welcome');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk' },
  locales,
};
