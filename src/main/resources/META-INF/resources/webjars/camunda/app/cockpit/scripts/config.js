export default {
  app: { vendor: 'Belnet', name: 'Orderdesk cockpit' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: ['scripts/orderdesk/sign-in', 'scripts/orderdesk/look', 'scripts/orderdesk/figures'],
};
