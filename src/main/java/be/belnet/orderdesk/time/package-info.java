/** Belgium's time, and days as its people write them. */
package be.belnet.orderdesk.time;
