/** Mails to the service's mail box: read once, recognised, and taken to their order or to a person. */
package be.belnet.orderdesk.intake;
