/** Every night: what customers have by our rows, and what partners list. What differs is put before a person. */
package be.belnet.orderdesk.reconciliation;
