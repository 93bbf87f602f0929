/** Runs questions: delegates and forms of {@code support-request}. */
package be.belnet.orderdesk.support.process;
