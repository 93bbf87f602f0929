package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A certificate of a customer at a CA that the customer leaves, followed to its end.
 *
 * @param authority the former CA's adapter, such as digicert
 * @param orderNumber the file that had it read first
 * @param replacement null while there is none
 * @param endToldAt when the customer was told of its early end; null while it was not
 * @param toldDays of the latest reminder, for how many days before the end it was due; null before the first
 */
public record FollowedCertificate(
        long id,
        String acronym,
        String authority,
        String orderNumber,
        FormerCertificate certificate,
        State state,
        Instant stateSince,
        Replacement replacement,
        Instant endToldAt,
        Integer toldDays) {

    /** What has become of it. */
    public enum State {
        IN_USE,
        /** A certificate of the same names has taken its place. */
        REPLACED,
        EXPIRED,
        /** The CA, or the customer there, has ended it before its time. */
        ENDED_EARLY,
        /** The CA lists it no more. */
        GONE;

        public String code() {
            return CertificateDomain.camelCase(name());
        }

        static State of(String code) {
            return valueOf(CertificateDomain.upperCase(code));
        }

        /** Of one that is not replaced. */
        static State of(FormerCertificate certificate, LocalDate today) {
            if (certificate.status() == Status.EXPIRED
                    || certificate.expiresOn().isBefore(today)) {
                return EXPIRED;
            }
            return switch (certificate.status()) {
                case REVOKED, NOT_ISSUED -> ENDED_EARLY;
                default -> IN_USE;
            };
        }
    }

    /**
     * The certificate that took its place.
     *
     * @param authority where it is
     * @param id the CA's own
     * @param knownSince day on which it was first seen
     */
    public record Replacement(String authority, String id, LocalDate knownSince) {}

    /** Whether it would still be valid, had nothing happened to it. */
    public boolean runsOn(LocalDate day) {
        return !certificate.expiresOn().isBefore(day);
    }
}
