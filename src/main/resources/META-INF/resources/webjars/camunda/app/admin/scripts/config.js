// What a file lacks would come in English, and with it English names of months: readers of ours have complete files
const languages = ['en', 'nl', 'fr', 'de'];
const reader = (navigator.languages?.[0] || navigator.language || 'en').slice(0, 2).toLowerCase();

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk users' },
  locales: { availableLocales: languages, fallbackLocale: languages.includes(reader) ? reader : 'en' },
  customScripts: ['scripts/orderdesk/sign-in', 'scripts/orderdesk/look'],
};
