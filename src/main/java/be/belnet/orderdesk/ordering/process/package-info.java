/** Runs what orders of every service have in common: delegates and forms of that name in all their models. */
package be.belnet.orderdesk.ordering.process;
