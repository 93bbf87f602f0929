import { haveLabels, locales } from '/webapps.js';

await haveLabels('admin');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk users' },
  locales,
};
