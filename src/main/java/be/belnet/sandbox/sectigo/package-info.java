/** Sectigo Certificate Manager: organisations, domains and their validation, certificates. */
package be.belnet.sandbox.sectigo;
