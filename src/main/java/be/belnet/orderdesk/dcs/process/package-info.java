/** Runs orders of certificates: the delegates and forms of the model {@code dcs-order}. */
package be.belnet.orderdesk.dcs.process;
