/** Was it useful? What customers say at the end of an order (B13, D16), on a page without an account. */
package be.belnet.orderdesk.feedback;
