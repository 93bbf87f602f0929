/** DigiCert CertCentral as it was before the migration: organisations, domains and certificate orders, to be read. */
package be.belnet.sandbox.digicert;
