/** What the signature of a contract does in the process engine. */
package be.belnet.orderdesk.contract.process;
