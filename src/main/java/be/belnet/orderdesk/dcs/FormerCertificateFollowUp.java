package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws from what CAs list what has become of a customer's former certificates, and has the customer told. */
@Component
class FormerCertificateFollowUp {
    private final FormerCertificates certificates;
    private final FormerCertificateMails mails;

    FormerCertificateFollowUp(FormerCertificates certificates, FormerCertificateMails mails) {
        this.certificates = certificates;
        this.mails = mails;
    }

    /** @param listings of all CAs that were to be read; a former one that is missing leaves its certificates as they were */
    void settle(String acronym, List<FormerHome> homes, List<Listing> listings) {
        homes.forEach(home -> listings.stream()
                .filter(listing -> listing.authority().equals(home.formerAuthority()))
                .forEach(listing -> settle(acronym, home, listing, listings)));
        mails.tell(acronym, homes);
    }

    private void settle(String acronym, FormerHome home, Listing former, List<Listing> all) {
        certificates.keep(home.orderNumber(), acronym, former.authority(), former.certificates());
        Set<String> listed =
                former.certificates().stream().map(FormerCertificate::orderId).collect(Collectors.toSet());
        for (FollowedCertificate one : certificates.open(acronym, former.authority())) {
            if (!listed.contains(one.certificate().orderId()) && one.state() != State.REPLACED) {
                certificates.miss(one);
            }
            settle(one, home, all);
        }
    }

    private void settle(FollowedCertificate one, FormerHome home, List<Listing> all) {
        Optional<Found> replacement = replacement(one, home, all);
        if (replacement.isPresent()) {
            certificates.replace(
                    one,
                    replacement.get().authority(),
                    replacement.get().certificate().orderId());
        } else if (one.state() == State.REPLACED && all.stream().anyMatch(listing -> isAt(listing, one))) {
            certificates.withdrawReplacement(one);
        }
    }

    /** Whether the CA has been read that has its replacement. */
    private static boolean isAt(Listing listing, FollowedCertificate one) {
        return listing.authority().equals(one.replacement().authority());
    }

    /** One of all its names that is valid at the new CA, be it for less long; elsewhere one that is valid for longer. */
    private static Optional<Found> replacement(FollowedCertificate one, FormerHome home, List<Listing> all) {
        String key = one.certificate().replacementKey();
        return all.stream()
                .flatMap(listing ->
                        listing.certificates().stream().map(certificate -> new Found(listing.authority(), certificate)))
                .filter(found -> found.certificate().status() == Status.VALID)
                .filter(found -> found.certificate().replacementKey().equals(key))
                .filter(found -> found.authority().equals(home.authority()) || found.outlives(one))
                .max(Comparator.<Found, Boolean>comparing(
                                found -> found.authority().equals(home.authority()))
                        .thenComparing(found -> found.certificate().expiresOn())
                        .thenComparing(found -> found.certificate().orderId()));
    }

    /** A certificate and where it is. */
    private record Found(String authority, FormerCertificate certificate) {

        boolean outlives(FollowedCertificate other) {
            return certificate.expiresOn().isAfter(other.certificate().expiresOn())
                    || other.state() == State.ENDED_EARLY && !isSame(other);
        }

        private boolean isSame(FollowedCertificate other) {
            return authority.equals(other.authority())
                    && certificate.orderId().equals(other.certificate().orderId());
        }
    }
}
