/** What production demands: one list, by which a node refuses to start and which {@code doctor} prints. */
package be.belnet.orderdesk.production;
