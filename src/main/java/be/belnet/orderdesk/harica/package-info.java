/** HARICA as a certificate authority: its CertManager, called with the network's own account. */
package be.belnet.orderdesk.harica;
