package be.belnet.orderdesk.person;

import java.time.LocalDate;

/**
 * A row that stays as it is although the person asked for erasure, since the law has it kept.
 *
 * @param table where it stands
 * @param row value of the table's key there, as text
 * @param what number or file name that people know it by
 * @param until the last day; null where it counts from an end that is not known yet
 * @param ground code; its words stand in the bundle under {@code privacy.ground.<ground>}
 */
public record Kept(String table, String row, String what, LocalDate until, String ground) {}
