package be.belnet.orderdesk.dcs;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A certificate of a former CA.
 *
 * @param orderId the CA's own, for people who look it up there
 * @param names in lower case and each once, the common name first; wildcards with their asterisk
 * @param expiresOn last day; absent until it is issued
 * @param hasDuplicates whether the CA has issued more of it, which are not listed
 */
public record FormerCertificate(
        String orderId, List<String> names, Status status, LocalDate expiresOn, boolean hasDuplicates) {

    public enum Status {
        VALID,
        EXPIRED,
        /** Ended before its time, be it by the CA itself: its replacement is urgent. */
        REVOKED,
        /** Asked for; it may still come. */
        PENDING,
        /** Asked for; it will not come. */
        NOT_ISSUED,
        /** In a state that nobody has heard of. */
        UNKNOWN
    }

    public FormerCertificate {
        names = List.copyOf(names);
    }

    /** By which its replacement at another CA is known: all names in alphabetical order, with spaces between. */
    public String replacementKey() {
        return names.stream().sorted().collect(Collectors.joining(" "));
    }

    FormerCertificate as(Status other) {
        return new FormerCertificate(orderId, names, other, expiresOn, hasDuplicates);
    }

    /** Names that stand for all names below a domain. */
    public List<String> wildcards() {
        return names.stream().filter(name -> name.startsWith("*.")).toList();
    }
}
