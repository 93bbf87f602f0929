package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import java.time.LocalDate;

/**
 * Which domains are looked for; null where anything will do.
 *
 * @param authority the adapter's name
 * @param acronym as the domains have it
 * @param orderNumber of the file that has the domain validated, now or last
 * @param campaign number of the one that moved, or moves, the customer
 * @param before validations that run out before this day
 * @param words parts of the domain's name or the customer's acronym; a domain has them all
 * @param page from 0
 */
public record DomainQuery(
        Standing standing,
        Actor actor,
        String authority,
        String acronym,
        String orderNumber,
        String campaign,
        ValidationMethod method,
        LocalDate before,
        String words,
        Sort sort,
        int page) {
    public static final int PAGE_SIZE = 50;

    /** What comes first. */
    public enum Sort {
        /** Those where somebody has to act, longest in that state. */
        LAGGARDS("laggards"),
        DOMAIN("domain"),
        CUSTOMER("customer"),
        /** What runs out soonest. */
        VALID_UNTIL("validUntil");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
