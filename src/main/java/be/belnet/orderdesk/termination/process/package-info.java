/** Runs the files of notices: delegates and forms of those names in {@code service-termination} and what it calls. */
package be.belnet.orderdesk.termination.process;
