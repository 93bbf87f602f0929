/** The page that a customer has for the domains of one file: without an account, by a link from its mail. */
package be.belnet.orderdesk.dcs.page;
