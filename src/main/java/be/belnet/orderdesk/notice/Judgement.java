package be.belnet.orderdesk.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * What a notice comes to.
 *
 * @param valid whether it ends the service; if not, the dates say when it would
 * @param notifiedOn the day on which it was given
 * @param countsFrom the day on which it counts as given, later in the first year of DCS
 * @param lastDayOfNotice with which the period of notice ends
 * @param effectiveDate first day without the service
 * @param daysLate how many days earlier it would have had to be given to end the service a year earlier; 0 when no other
 *     reading, and no wish, says so
 * @param otherReadings what each other setting would come to
 */
public record Judgement(
        boolean valid,
        List<Remark> remarks,
        LocalDate notifiedOn,
        LocalDate countsFrom,
        LocalDate lastDayOfNotice,
        LocalDate effectiveDate,
        int daysLate,
        List<OtherReading> otherReadings) {

    /** Last day with the service. */
    public LocalDate lastDayOfService() {
        return effectiveDate.minusDays(1);
    }

    /** By which setting and value the service would end when. */
    public record OtherReading(String setting, String value, LocalDate effectiveDate, boolean differs) {
        public LocalDate lastDayOfService() {
            return effectiveDate.minusDays(1);
        }
    }
}
