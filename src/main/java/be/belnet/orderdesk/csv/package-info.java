/** Tables from and for people's spreadsheets. */
package be.belnet.orderdesk.csv;
