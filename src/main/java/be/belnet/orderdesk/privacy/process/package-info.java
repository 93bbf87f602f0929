/** The process of a data request: its forms, and the erasure. */
package be.belnet.orderdesk.privacy.process;
