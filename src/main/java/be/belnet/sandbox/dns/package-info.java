/** What customers publish: a DNS server with their zones, and files on their web sites. Some have it wrong on purpose. */
package be.belnet.sandbox.dns;
