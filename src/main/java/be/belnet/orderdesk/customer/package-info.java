/** The customer register: organisations known by their acronym, and the people to write to. */
package be.belnet.orderdesk.customer;
