/**
 * Random input for everything that reads what strangers write: each parser, and each address of the application. A parser
 * may refuse, in its own words; it never fails in another way, and never takes long.
 */
package be.belnet.orderdesk.fuzz;
