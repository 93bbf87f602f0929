/** Customers' questions about their services: who answers them, and with what words. */
package be.belnet.orderdesk.support;
