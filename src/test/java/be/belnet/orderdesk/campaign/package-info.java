/** A campaign at full size: what it costs at the partners, in the database and in time. */
package be.belnet.orderdesk.campaign;
