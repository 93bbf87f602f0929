/** What goes wrong on purpose: one fault at a time for each partner, switched on and off while the world goes on. */
package be.belnet.sandbox.faults;
