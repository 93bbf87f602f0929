import { haveLabels, locales } from '/webapps.js';

await haveLabels('tasklist');

export default {
  app: { vendor: 'Belnet', name: 'Orderdesk tasks' },
  locales,
  customScripts: ['scripts/orderdesk/form-texts', 'scripts/orderdesk/task-order', 'scripts/orderdesk/task-wait',
    'scripts/orderdesk/drafts', 'scripts/orderdesk/task-scan', 'scripts/orderdesk/task-mail',
    'scripts/orderdesk/partner-notices', 'scripts/orderdesk/domain-file', 'scripts/orderdesk/preview',
    'scripts/orderdesk/order-tab', 'scripts/orderdesk/order-search', 'scripts/orderdesk/task-lists',
    'scripts/orderdesk/model-names'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
