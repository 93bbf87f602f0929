package be.belnet.orderdesk.team;

import java.time.LocalDate;

/**
 * An absence to be entered.
 *
 * @param user user id of who will be away
 * @param lastDay inclusive
 * @param substitute user id
 */
public record NewAbsence(String user, LocalDate firstDay, LocalDate lastDay, String substitute) {}
