/** The partners of the outside world: which there are, and whose a call is. */
package be.belnet.sandbox.partner;
