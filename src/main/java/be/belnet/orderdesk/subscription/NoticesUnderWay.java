package be.belnet.orderdesk.subscription;

/** Notices of which nobody knows yet whether they count; each module that has some implements it. */
public interface NoticesUnderWay {
    /** Whether one of them ends the subscription, or may turn out to. */
    boolean concern(Subscription subscription);
}
