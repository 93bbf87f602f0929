export default {
  app: { vendor: 'Belnet', name: 'Orderdesk users' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  customScripts: ['scripts/orderdesk/sign-in', 'scripts/orderdesk/look'],
};
