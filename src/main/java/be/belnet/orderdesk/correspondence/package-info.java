/** Mails to customers and staff: written with what they tell, sent afterwards, kept word for word. */
package be.belnet.orderdesk.correspondence;
