/** What staff see: the frame of our own pages, and what Tasklist and Cockpit show beyond the engine. */
package be.belnet.orderdesk.desk;
