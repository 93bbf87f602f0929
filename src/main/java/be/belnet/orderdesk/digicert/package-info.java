/** DigiCert CertCentral as the CA that customers leave: its inventory is read, and nothing is changed there. */
package be.belnet.orderdesk.digicert;
