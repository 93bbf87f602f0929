/** How staff work together: who stands in for whom, who takes over, who keeps an order, and what each morning's mail says. */
package be.belnet.orderdesk.team;
