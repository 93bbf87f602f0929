package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.NoticeTerms;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the file of a notice has beyond what all files have.
 *
 * @param subscription id of what is ended; null until that is clear
 * @param wish first day without the service as wished for; may be null
 * @param terms what the notice is judged by, whatever the settings are by now
 * @param reckoning null until it is judged
 * @param decidedEndsOn first day without the service as a manager decided; null where the rule does
 * @param endsOn the same as the customer was told; null until then
 * @param askedEndsOn the same as somebody would have it now; null where nobody asks
 * @param endingSince when the end began at the partners; null before the day
 * @param endedOn null until it is done
 * @param removalOn from when on what was kept may go; null until the service has ended
 */
public record Termination(
        String number,
        Long subscription,
        GivenBy givenBy,
        Receipt receipt,
        LocalDate wish,
        boolean exceptionAsked,
        NoticeTerms terms,
        Reckoning reckoning,
        LocalDate decidedEndsOn,
        LocalDate endsOn,
        LocalDate askedEndsOn,
        Instant toldAt,
        Instant warnedAt,
        LocalDate endingSince,
        LocalDate endedOn,
        LocalDate removalOn) {

    /**
     * How a notice came.
     *
     * @param postedOn null when it is not known
     * @param receivedOn null when it is not known; one of both is
     * @param barcode of the registered letter; null without one
     */
    public record Receipt(Channel channel, LocalDate postedOn, LocalDate receivedOn, String barcode) {}

    /**
     * What a notice comes to by its terms.
     *
     * @param endsOn first day without the service
     */
    public record Reckoning(
            Phase phase, LocalDate notifiedOn, LocalDate lastDayOfNotice, LocalDate endsOn, int daysLate) {}

    /** First day without the service as it is to be confirmed. */
    LocalDate due() {
        return decidedEndsOn == null ? reckoning.endsOn() : decidedEndsOn;
    }

    /** Last day with the service as confirmed. */
    public LocalDate lastDayOfService() {
        return endsOn.minusDays(1);
    }
}
