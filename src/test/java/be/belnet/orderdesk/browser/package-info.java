/** What people see and do, tried in a real browser against the whole application. */
package be.belnet.orderdesk.browser;
