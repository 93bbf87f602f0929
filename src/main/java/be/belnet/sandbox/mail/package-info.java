/** The mail server of the outside world: takes every mail, keeps it and shows it as its reader sees it. */
package be.belnet.sandbox.mail;
