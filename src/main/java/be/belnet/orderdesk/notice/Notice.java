package be.belnet.orderdesk.notice;

import java.time.LocalDate;

/**
 * A notice that somebody gave, or thinks of giving.
 *
 * @param contractStart first day of the contract, which DCS cannot be judged without; null when it is not known
 * @param trialEndsOn last day of the trial; null when there is none, or it is not known
 * @param postedOn null when it is not known
 * @param receivedOn null when it is not known; one of both is
 * @param wish first day without the service as wished for, or the last 31 December with it; null for as soon as can be
 */
public record Notice(
        Service service,
        Phase phase,
        Channel channel,
        LocalDate contractStart,
        LocalDate trialEndsOn,
        LocalDate postedOn,
        LocalDate receivedOn,
        LocalDate wish) {

    public Notice {
        if (service == Service.DCS && contractStart == null) {
            throw new IllegalArgumentException("The first year of DCS has a beginning");
        }
    }

    /** What is ended. DCS has a first year that must pass, BAMS a trial. */
    public enum Service {
        BAMS,
        DCS
    }

    /** How far the service is when notice is given. */
    public enum Phase {
        TRIAL,
        CONTRACT
    }

    /** How the notice came. Only the first two prove by themselves when it did. */
    public enum Channel {
        REGISTERED_LETTER,
        /** A qualified electronic registered delivery. */
        ELECTRONIC_REGISTERED,
        MAIL,
        OTHER
    }
}
