/** Which days count: Belnet's opening days, for due dates and reminders. */
package be.belnet.orderdesk.calendar;
