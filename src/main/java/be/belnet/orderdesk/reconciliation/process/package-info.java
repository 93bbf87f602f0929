/** Begins the nightly comparison, and runs what people decide on its differences. */
package be.belnet.orderdesk.reconciliation.process;
