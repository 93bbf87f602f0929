export default {
  customScripts: ['scripts/orderdesk/sign-in'],
};
