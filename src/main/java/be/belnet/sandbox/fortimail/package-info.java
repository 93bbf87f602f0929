/** The mail appliances: each exists while its machine does, configured by what its machine read at first boot. */
package be.belnet.sandbox.fortimail;
