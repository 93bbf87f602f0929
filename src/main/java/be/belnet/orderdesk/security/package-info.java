/** Who may do what: users, groups and grants, one sign-on for webapps, pages and API, and guards around the engine. */
package be.belnet.orderdesk.security;
