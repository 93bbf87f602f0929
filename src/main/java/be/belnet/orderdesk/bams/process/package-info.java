/** Runs orders of mail security: the delegates and forms of the model {@code bams-order}. */
package be.belnet.orderdesk.bams.process;
