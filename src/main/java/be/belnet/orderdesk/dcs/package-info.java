/** Digital Certificates Service: what a customer needs of its certificate authority, and the port to it. */
package be.belnet.orderdesk.dcs;
