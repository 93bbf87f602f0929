/** Fortinet as a customer's programs see it: log-in, flexible licences, registration of classic ones. */
package be.belnet.sandbox.fortinet;
