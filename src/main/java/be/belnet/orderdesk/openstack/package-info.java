/** Runs the customers' appliances on an OpenStack cloud. */
package be.belnet.orderdesk.openstack;
