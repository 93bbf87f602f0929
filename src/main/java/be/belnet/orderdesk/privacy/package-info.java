/** Personal data: what people ask about theirs, for how long it is kept, and what customers are told about it. */
package be.belnet.orderdesk.privacy;
