/** What the decision on failed steps does in the process engine. */
package be.belnet.orderdesk.failure.process;
