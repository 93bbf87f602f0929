/** Sectigo as a certificate authority: its Certificate Manager (SCM), called with the network's own account. */
package be.belnet.orderdesk.sectigo;
