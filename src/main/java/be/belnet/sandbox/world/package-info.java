/** The world as a whole: starting again with an empty one. */
package be.belnet.sandbox.world;
