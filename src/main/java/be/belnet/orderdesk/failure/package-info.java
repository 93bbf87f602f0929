/** Steps that failed for good: gathered by cause, and decided on by people. */
package be.belnet.orderdesk.failure;
