/** Delegates and forms of {@code service-change}. */
package be.belnet.orderdesk.change.process;
