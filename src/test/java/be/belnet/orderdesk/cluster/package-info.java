/** Several nodes on one PostgreSQL, each in a JVM of its own. */
package be.belnet.orderdesk.cluster;
