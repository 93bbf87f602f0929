// The file of the order that an instance works on. Its links open in tabs of their own, so that Cockpit stays.
import { showOrderFile } from '/order-file.js';

export async function render(node, { processInstanceId }) {
    await showOrderFile(node, `/desk/order-file?${new URLSearchParams({ instance: processInstanceId })}`);
    node.shadowRoot.querySelectorAll('a[href]').forEach(link => link.target = '_blank');
}
