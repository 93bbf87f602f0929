/** Contracts: drawn up as PDF, signed on paper in two copies, countersigned. */
package be.belnet.orderdesk.contract;
