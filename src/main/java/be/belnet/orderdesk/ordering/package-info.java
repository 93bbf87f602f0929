/** What orders of every service have in common: the review of a request, the introduction, the contract's return, leaving. */
package be.belnet.orderdesk.ordering;
