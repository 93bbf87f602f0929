/** A cloud as Orderdesk sees one: Keystone, Nova, Neutron and Glance under one address. */
package be.belnet.sandbox.openstack;
