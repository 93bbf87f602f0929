/** What the jar consists of, and how it is brought to a machine. */
package be.belnet.orderdesk.supply;
