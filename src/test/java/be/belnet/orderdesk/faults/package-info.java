/** The fault suite: what is broken on purpose between nodes, database and partners, and what must hold all the same. */
package be.belnet.orderdesk.faults;
