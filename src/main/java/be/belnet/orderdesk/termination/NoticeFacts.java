package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Remark;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code notice-period.dmn} is asked about a notice.
 *
 * @param subscriptions of the customer that the notice can mean
 * @param noticeRunning another file ends the same service
 * @param contractStartKnown false only where the first year of a contract cannot be reckoned for want of it
 * @param phase trial or contract; null while it is not known what is ended
 * @param channel in camel case
 * @param givenBy customer, belnet, or noContact where tables took a mail for notice that no contact of the customer wrote
 * @param exceptionAsked another day than the rule has is asked for, in so many words or by a wish that no trial reaches
 * @param dayOver the service would end today or earlier
 */
public record NoticeFacts(
        boolean customerKnown,
        int subscriptions,
        boolean noticeRunning,
        boolean contractStartKnown,
        String phase,
        String channel,
        String givenBy,
        boolean beforeContract,
        boolean exceptionAsked,
        int daysLate,
        boolean dayOver) {
    private static final String NO_CONTACT = "noContact";

    /** A notice of which it is not clear what it ends. */
    static NoticeFacts unclear(boolean customerKnown, int subscriptions, boolean contractStartKnown) {
        return new NoticeFacts(
                customerKnown, subscriptions, false, contractStartKnown, null, null, null, false, false, 0, false);
    }

    /** A notice of one service that a customer has. */
    static NoticeFacts of(
            Notice notice, Judgement judgement, GivenBy givenBy, boolean exceptionAsked, LocalDate today) {
        return new NoticeFacts(
                true,
                1,
                false,
                true,
                Codes.of(notice.phase()),
                Codes.of(notice.channel()),
                givenBy.code(),
                judgement.remarks().contains(Remark.BEFORE_CONTRACT),
                exceptionAsked || judgement.remarks().contains(Remark.WISHED_AFTER_TRIAL),
                judgement.daysLate(),
                !judgement.effectiveDate().isAfter(today));
    }

    NoticeFacts besideAnother() {
        return with(true, givenBy);
    }

    NoticeFacts byNoContact() {
        return with(noticeRunning, NO_CONTACT);
    }

    private NoticeFacts with(boolean noticeRunning, String givenBy) {
        return new NoticeFacts(
                customerKnown,
                subscriptions,
                noticeRunning,
                contractStartKnown,
                phase,
                channel,
                givenBy,
                beforeContract,
                exceptionAsked,
                daysLate,
                dayOver);
    }

    /** By the names that the table has for them. */
    public Map<String, Object> asMap() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("customerKnown", customerKnown);
        facts.put("subscriptions", subscriptions);
        facts.put("noticeRunning", noticeRunning);
        facts.put("contractStartKnown", contractStartKnown);
        facts.put("phase", phase);
        facts.put("channel", channel);
        facts.put("givenBy", givenBy);
        facts.put("beforeContract", beforeContract);
        facts.put("exceptionAsked", exceptionAsked);
        facts.put("daysLate", daysLate);
        facts.put("dayOver", dayOver);
        return facts;
    }
}
