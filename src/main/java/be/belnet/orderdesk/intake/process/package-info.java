/** Asks the tables of words about mails, and runs the model {@code mail-triage}. */
package be.belnet.orderdesk.intake.process;
