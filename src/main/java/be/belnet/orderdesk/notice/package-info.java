/** When a notice ends a service: the rules of both contracts, each reading of theirs a setting. It keeps nothing. */
package be.belnet.orderdesk.notice;
