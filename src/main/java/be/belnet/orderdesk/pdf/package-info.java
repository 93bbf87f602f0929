/** Pages as PDF. */
package be.belnet.orderdesk.pdf;
