/** The outside world in one process: partners, mail server and a page that shows them. */
package be.belnet.sandbox;
