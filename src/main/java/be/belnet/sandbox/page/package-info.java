/** The page on which people look at the outside world. */
package be.belnet.sandbox.page;
