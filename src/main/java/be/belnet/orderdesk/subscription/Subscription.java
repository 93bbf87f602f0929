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

    /** Whether one of both may end it: the customer uses it, be it in a trial whose contract is not countersigned yet. */
    public boolean mayBeEnded() {
        return state.isRunning() || isTriedBeforeContract();
    }

    /** Whether it was handed over for a trial, and its order still waits for Belnet to countersign the contract. */
    public boolean isTriedBeforeContract() {
        return state == SubscriptionState.PROVISIONING && trialEndsOn != null;
    }

    /** Whether the last day of a trial is still ahead, or today. */
    public boolean isInTrial(LocalDate today) {
        return trialEndsOn != null && !today.isAfter(trialEndsOn);
    }
}
