// Orderdesk's plug-ins for managers. A plug-in that does not load leaves Cockpit white, so this file is small and holds what
// Cockpit must know at once; what the plug-ins do is loaded as they are drawn, and says so where it cannot be.
import { language } from '/language.js';

const LABELS = {
    nl: { orders: 'Bestellingen', file: 'Dossier', steps: 'Duur van stappen' },
    fr: { orders: 'Commandes', file: 'Dossier', steps: 'Durée des étapes' },
    de: { orders: 'Bestellungen', file: 'Akte', steps: 'Dauer der Schritte' },
    en: { orders: 'Orders', file: 'Order file', steps: 'Durations of steps' },
};
const SORRY = {
    nl: 'Orderdesk kan dit nu niet tonen. Probeer het later opnieuw.',
    fr: 'Orderdesk ne peut pas afficher cela pour le moment. Réessayez plus tard.',
    de: 'Orderdesk kann das gerade nicht anzeigen. Versuchen Sie es später noch einmal.',
    en: 'Orderdesk cannot show this right now. Please try again later.',
};
const labels = LABELS[language];

function sorry(node, failure) {
    console.error(failure);
    const message = document.createElement('p');
    message.setAttribute('role', 'alert');
    message.className = 'orderdesk-sorry';
    message.textContent = SORRY[language];
    node.replaceChildren(message);
}

/** Draws by a part of its own; what goes wrong there stays within the node. */
const drawnBy = part => (node, ...parameters) =>
    part().then(module => module.render(node, ...parameters)).catch(failure => sorry(node, failure));

function linkToOrders(node) {
    const link = document.createElement('a');
    link.href = '/orders';
    link.target = '_blank';
    link.textContent = labels.orders;
    node.replaceChildren(link);
}

export default [
    {
        id: 'orderdesk-first-page',
        pluginPoint: 'cockpit.dashboard',
        priority: 100,
        render: drawnBy(() => import('./first-page.js')),
    },
    {
        id: 'orderdesk-orders',
        pluginPoint: 'cockpit.navigation',
        priority: 5,
        properties: { label: labels.orders },
        render: linkToOrders,
    },
    {
        id: 'orderdesk-steps-diagram',
        pluginPoint: 'cockpit.processDefinition.diagram.plugin',
        priority: 10,
        render: (viewer, parameters) => {
            import('./steps.js')
                .then(module => module.drawOn(viewer, parameters.processDefinitionId))
                .catch(failure => console.error(failure));
        },
    },
    {
        id: 'orderdesk-steps',
        pluginPoint: 'cockpit.processDefinition.runtime.tab',
        priority: 5,
        properties: { label: labels.steps },
        render: drawnBy(() => import('./steps.js')),
    },
    {
        id: 'orderdesk-order-file',
        pluginPoint: 'cockpit.processInstance.runtime.tab',
        priority: 15,
        properties: { label: labels.file },
        render: drawnBy(() => import('./order-file.js')),
    },
];
