/** What was asked of the outside world and what it did: every call and every effect, in order. */
package be.belnet.sandbox.ledger;
