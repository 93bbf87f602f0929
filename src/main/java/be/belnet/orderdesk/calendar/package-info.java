/** Which days count: Belnet's opening days, for due dates and reminders, and the law's working days, for notices. */
package be.belnet.orderdesk.calendar;
