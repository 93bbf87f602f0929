/** What customers have: their services from activation to the end. */
package be.belnet.orderdesk.subscription;
