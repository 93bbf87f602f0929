package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dns.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A domain of a customer at one certificate authority.
 *
 * @param authority the adapter's name, such as sectigo
 * @param domain without its wildcard
 * @param orderNumber the file that has it validated, now or last
 * @param place in that file, from 0
 * @param stateSince when the state began
 * @param method by which the customer proves its control
 * @param challenge what it is asked for; null while the CA has not said so
 * @param mailAddress where the CA's mail goes, for {@link ValidationMethod#EMAIL}; null until chosen
 * @param validUntil last day on which the validation counts; null before the first one
 * @param validatedOn when that validation came about; null before the first one, and where it was not kept
 * @param findings of the last look at what is published; none before the first
 * @param lookedAt null before the first look
 * @param publishedAt when the customer said that it had published; null while it has not
 * @param trouble in the CA's words; null where there is none
 */
public record CertificateDomain(
        long id,
        String acronym,
        String authority,
        Domain domain,
        String orderNumber,
        int place,
        State state,
        Instant stateSince,
        ValidationMethod method,
        Challenge challenge,
        String mailAddress,
        Wildcard wildcard,
        LocalDate validUntil,
        LocalDate validatedOn,
        List<Finding> findings,
        Instant lookedAt,
        Instant publishedAt,
        String trouble) {

    public CertificateDomain {
        findings = List.copyOf(findings);
    }

    /** Where the domain is on its way. */
    public enum State {
        /** To be started at the CA. */
        WAITING(Actor.BELNET),
        /** The customer is to publish what the CA asks for, or to say where the CA's mail may go. */
        RECORD_AWAITED(Actor.CUSTOMER),
        /** The CA looks. */
        SUBMITTED(Actor.AUTHORITY),
        /** The CA does not take it: a person decides. */
        REFUSED(Actor.BELNET),
        /** Validated; the customer is to add its wildcard at the CA. */
        WILDCARD_AWAITED(Actor.CUSTOMER),
        /** Validated; the CA does not take its wildcard: a person decides. */
        WILDCARD_REFUSED(Actor.BELNET),
        VALIDATED(Actor.NOBODY),
        GIVEN_UP(Actor.NOBODY);

        private final Actor actor;

        State(Actor actor) {
            this.actor = actor;
        }

        public Actor actor() {
            return actor;
        }

        /** Whether somebody still has to act. */
        public boolean isOpen() {
            return actor != Actor.NOBODY;
        }

        /** Whether its control is proved, and only its wildcard is open. */
        public boolean isOpenForWildcard() {
            return this == WILDCARD_AWAITED || this == WILDCARD_REFUSED;
        }

        public String code() {
            return camelCase(name());
        }

        static State of(String code) {
            return valueOf(upperCase(code));
        }
    }

    /** Whose turn it is. */
    public enum Actor {
        CUSTOMER,
        AUTHORITY,
        BELNET,
        NOBODY;

        public String code() {
            return camelCase(name());
        }
    }

    /** The entry for all names below the domain, which is the customer's to add at the CA. */
    public enum Wildcard {
        /** Not asked for. */
        NONE,
        WANTED,
        ADDED,
        /** The customer does without it, or has to. */
        DECLINED;

        /** Whether the domain's proof has to count for names below it too. */
        public boolean isToBeCovered() {
            return this == WANTED || this == ADDED;
        }

        public String code() {
            return camelCase(name());
        }

        static Wildcard of(String code) {
            return valueOf(upperCase(code));
        }
    }

    static String camelCase(String constant) {
        var code = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            code.append(code.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return code.toString();
    }

    static String upperCase(String code) {
        return code.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
