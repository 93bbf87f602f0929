/** Moves tasks from one person to another. */
package be.belnet.orderdesk.team.process;
