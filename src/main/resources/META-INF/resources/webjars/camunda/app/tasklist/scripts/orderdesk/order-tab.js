// The order file as a tab of each task, beside its form.
import { language } from '/language.js';
import { showOrderFile } from '/order-file.js';

const LABELS = { nl: 'Dossier', fr: 'Dossier', de: 'Akte', en: 'Order file' };

export default {
    id: 'orderdesk-order-file',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: LABELS[language] },
    render: (node, { taskId }) => {
        showOrderFile(node, `/desk/order-file?${new URLSearchParams({ task: taskId })}`);
    },
};
