/** The order file: what was asked, agreed and done for each order, running or finished, and whose turn it is. */
package be.belnet.orderdesk.order;
