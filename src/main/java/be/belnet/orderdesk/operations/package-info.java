/** What those who run Orderdesk watch: signals for a monitoring system, health, and the node's clock. */
package be.belnet.orderdesk.operations;
