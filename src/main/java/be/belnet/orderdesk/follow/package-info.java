/** The page on which customers follow their file: without an account, by a signed link at the foot of each mail. */
package be.belnet.orderdesk.follow;
