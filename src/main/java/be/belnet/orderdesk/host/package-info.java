/** Names of hosts and domains. */
package be.belnet.orderdesk.host;
