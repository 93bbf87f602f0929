/** Belnet itself, as contracts and mails present it. */
package be.belnet.orderdesk.belnet;
