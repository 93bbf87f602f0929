/** What every call to a partner has in common: time-outs, limits, and exceptions named by their remedy. */
package be.belnet.orderdesk.partner;
