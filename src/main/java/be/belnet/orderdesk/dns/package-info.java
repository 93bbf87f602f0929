/** What the world sees of a domain: whether the record or file that proves it is published, and if not, what is wrong. */
package be.belnet.orderdesk.dns;
