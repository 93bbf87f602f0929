package be.belnet.orderdesk.team;

import java.time.Instant;

/**
 * All work of one went to another.
 *
 * @param tasks how many that were open
 * @param orders how many that were open, whose account manager the one was
 * @param customers how many of the register
 */
public record HandOver(
        String from, String to, String decidedBy, Instant decidedAt, int tasks, int orders, int customers) {}
