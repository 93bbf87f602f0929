package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;

/**
 * Open orders of one kind that stand alike. An order that stands at several steps counts at that of the side which has to
 * act first.
 *
 * @param stuck those of them that have stood somewhere for too long, or failed
 */
public record Standing(String service, String kind, Phase phase, Turn turn, int orders, int stuck) {}
