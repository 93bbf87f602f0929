package be.belnet.orderdesk.partner;

import java.time.Instant;

/**
 * A time during which a partner is not called.
 *
 * @param partner its name, as staff know it
 * @param by user id of who paused it
 */
public record PartnerPause(String partner, Instant until, String reason, String by) {}
