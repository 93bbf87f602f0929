package be.belnet.orderdesk.person;

import java.time.Instant;

/**
 * That a member of staff dealt with somebody's data.
 *
 * @param user id
 * @param act code; its words stand in the bundle under {@code privacy.act.<act>}
 * @param about number of the order or request
 */
public record Access(Instant at, String user, String act, String about) {}
