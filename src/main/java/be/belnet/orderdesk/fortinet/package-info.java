/** Orders licences at Fortinet and configures the FortiMail appliances that run on them. */
package be.belnet.orderdesk.fortinet;
