import { haveLabels, locales } from '/webapps.js';

await haveLabels('admin');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk users' },
  locales,
  customScripts: ['scripts/orderdesk/sign-in', 'scripts/orderdesk/look'],
};
