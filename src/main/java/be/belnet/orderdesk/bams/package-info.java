/** Belnet Advanced Mail Security: what a customer needs, and the ports to those who supply it. */
package be.belnet.orderdesk.bams;
