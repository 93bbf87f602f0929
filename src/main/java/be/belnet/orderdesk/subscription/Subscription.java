package be.belnet.orderdesk.subscription;

import java.time.LocalDate;

/**
 * A service that a customer has, is about to get, or had.
 *
 * @param service BAMS or DCS
 * @param orderNumber null when it was there before Orderdesk
 * @param agreement its parts are null until it is active
 * @param activatedOn null until then
 * @param trialEndsOn last day of the trial; null when there is none, or before hand-over
 * @param noticeGivenOn when one of both gave notice; null while nobody has
 * @param endsOn first day without the service; null while it runs on
 * @param migrationNumber the file that moves it to another partner now; null when none does
 */
public record Subscription(
        long id,
        String service,
        String acronym,
        SubscriptionState state,
        String orderNumber,
        Agreement agreement,
        LocalDate activatedOn,
        LocalDate trialEndsOn,
        PartnerReferences references,
        LocalDate noticeGivenOn,
        LocalDate endsOn,
        String migrationNumber) {
    public boolean isNoticeGiven() {
        return noticeGivenOn != null;
    }

    /** Whether the last day of a trial is still ahead, or today. */
    public boolean isInTrial(LocalDate today) {
        return trialEndsOn != null && !today.isAfter(trialEndsOn);
    }
}
