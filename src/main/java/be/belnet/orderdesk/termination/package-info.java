/** How services end: notices, who decides on them, the way to the last day and what happens on it. */
package be.belnet.orderdesk.termination;
