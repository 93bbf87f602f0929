/** HARICA CertManager: enterprises, their domains and the validation of these in advance. */
package be.belnet.sandbox.harica;
