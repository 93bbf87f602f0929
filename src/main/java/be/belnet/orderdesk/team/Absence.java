package be.belnet.orderdesk.team;

import java.time.LocalDate;

/**
 * When somebody is away, and who stands in.
 *
 * @param user user id
 * @param lastDay before {@code firstDay} when it was ended on the day it began
 * @param substitute user id
 * @param enteredBy user id of this person or of a manager
 */
public record Absence(
        long id, String user, LocalDate firstDay, LocalDate lastDay, String substitute, String enteredBy) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** The day that it went on to, also when it was ended on the day it began. */
    public LocalDate until() {
        return lastDay.isBefore(firstDay) ? firstDay : lastDay;
    }
}
