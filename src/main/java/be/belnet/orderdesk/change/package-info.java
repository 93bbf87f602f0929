/** Changes of a service that a customer has: what it is like before and after, and what that asks for; the same for all. */
package be.belnet.orderdesk.change;
