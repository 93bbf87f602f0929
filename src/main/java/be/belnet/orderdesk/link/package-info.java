/** Tokens in addresses that customers get by mail: who has one may, and nobody else can make one. */
package be.belnet.orderdesk.link;
