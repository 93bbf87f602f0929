/**
 * Figures for managers: where orders stand and get stuck, how long they took. Nothing here tells of staff. It reads the
 * tables of orders, steps and failed steps, and writes its own alone.
 */
package be.belnet.orderdesk.figures;
