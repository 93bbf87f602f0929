/** What people look at all day, measured as the orders pile up. */
package be.belnet.orderdesk.scale;
