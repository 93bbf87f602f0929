/** Puts what customers do on their page before staff, and runs the model {@code contact-change}. */
package be.belnet.orderdesk.follow.process;
