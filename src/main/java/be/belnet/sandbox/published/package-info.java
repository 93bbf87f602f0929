/** What customers publish for the world to see: DNS records and files on their web sites. */
package be.belnet.sandbox.published;
