// The order file as a tab of each task, beside its form.
import { showOrderFile } from '/order-file.js';

const language = (navigator.languages?.[0] || navigator.language || 'en').slice(0, 2).toLowerCase();
const LABELS = { nl: 'Dossier', fr: 'Dossier', de: 'Akte', en: 'Order file' };

export default {
    id: 'orderdesk-order-file',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: LABELS[language] || LABELS.en },
    render: (node, { taskId }) => {
        showOrderFile(node, `/desk/order-file?${new URLSearchParams({ task: taskId })}`);
    },
};
