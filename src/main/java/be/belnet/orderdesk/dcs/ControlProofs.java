package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Has customers prove at their CA that they control their domains, and keeps how far each is. */
@Service
public class ControlProofs {
    /** Kind of the event that tells of a wildcard that Belnet, not the customer, did without. */
    static final String WILDCARD_FORGONE = "wildcardForgone";

    /** Kind of the event that tells of a domain that was given up, by whomever. */
    static final String GIVEN_UP = "domainGivenUp";

    /** The fact that says who reads the reason besides staff; missing where nobody does. */
    static final String READ_BY = "readBy";

    static final String CUSTOMER = "customer";

    private final CertificateDomains domains;
    private final Authorities authorities;
    private final OrderFile orders;
    private final PartnerPauses pauses;
    private final DcsProperties properties;
    private final Clock clock;

    ControlProofs(
            CertificateDomains domains,
            Authorities authorities,
            OrderFile orders,
            PartnerPauses pauses,
            DcsProperties properties,
            Clock clock) {
        this.domains = domains;
        this.authorities = authorities;
        this.orders = orders;
        this.pauses = pauses;
        this.properties = properties;
        this.clock = clock;
    }

    /** What the process does after a start. */
    public enum Next {
        /** Wait until the record is seen, then submit. */
        AWAIT_RECORD,
        SUBMIT,
        /** Nothing: the CA looks by itself. */
        AWAIT_AUTHORITY
    }

    /** Starts the validation by the method that the customer chose. Safe to repeat. */
    public Next start(CertificateDomain domain) {
        ValidationStep step = at(domain).start(domain.domain(), domain.method());
        domains.keepChallenge(domain, step.challenge());
        follow(domain, step.challenge(), step.next() == ValidationStep.Next.WAIT_FOR_APPROVAL);
        return switch (step.next()) {
            case SUBMIT -> isToBeMet(domain, step.challenge()) ? Next.AWAIT_RECORD : Next.SUBMIT;
            case WAIT_FOR_CA, WAIT_FOR_APPROVAL -> Next.AWAIT_AUTHORITY;
        };
    }

    /** Has the CA look. Safe to repeat. */
    public void submit(CertificateDomain domain) {
        ValidationStep step = at(domain).submit(domain.domain(), domain.method(), domain.mailAddress());
        if (domain.challenge() == null && step.challenge() != null) {
            domains.keepChallenge(domain, step.challenge());
            follow(domain, step.challenge(), false);
        } else {
            domains.enter(domain, State.SUBMITTED);
        }
    }

    /**
     * Ends what is under way at the CA, and the domain's way in this file. Safe to repeat. Where the CA does not end it,
     * nothing comes of it without its proof.
     */
    public void abandon(CertificateDomain domain) {
        try {
            at(domain).abandon(domain.domain());
        } catch (PartnerRefusedException no) {
            record(domain, "validationNotEnded", Map.of("domain", name(domain), "reason", no.getMessage()));
        }
        domains.enter(domain, State.GIVEN_UP);
    }

    /** Writes down that the CA does not take the domain, in its words. */
    public void noteRefusal(CertificateDomain domain, String words) {
        domains.refuse(domain, words);
        record(domain, "validationNotTaken", Map.of("domain", name(domain), "reason", words));
    }

    /** Writes down that a domain which the CA does not take is given up, with a reason that the customer reads. */
    public void noteGivenUp(CertificateDomain domain, String reason) {
        record(domain, GIVEN_UP, Map.of("domain", name(domain), "reason", reason, READ_BY, CUSTOMER));
    }

    /** Keeps that the CA has validated the domain. */
    public void keepValidated(CertificateDomain domain, LocalDate validUntil) {
        domains.keepValidity(domain, validUntil);
        domains.enter(domain, domain.wildcard() == Wildcard.WANTED ? State.WILDCARD_AWAITED : State.VALIDATED);
        record(
                domain,
                "domainValidated",
                validUntil == null
                        ? Map.of("domain", name(domain))
                        : Map.of("domain", name(domain), "on", validUntil.toString()));
    }

    /** Keeps that the domain's wildcard stands at the CA. */
    public void keepWildcard(CertificateDomain domain) {
        domains.keepWildcard(domain, Wildcard.ADDED);
        domains.enter(domain, State.VALIDATED);
        record(domain, "wildcardAdded", Map.of("domain", name(domain)));
    }

    /** Writes down that the CA does not take the domain's wildcard, in its words; the domain itself is validated. */
    public void noteWildcardRefusal(CertificateDomain domain, String words) {
        domains.refuseWildcard(domain, words);
        record(domain, "wildcardRefused", Map.of("domain", name(domain), "reason", words));
    }

    /** Has the wildcard that was refused tried once more. */
    public void awaitWildcard(CertificateDomain domain) {
        domains.enter(domain, State.WILDCARD_AWAITED);
    }

    /** Keeps that Belnet does without the domain's wildcard, with the words in which the CA refused it. */
    public void forgoWildcard(CertificateDomain domain) {
        domains.keepWildcard(domain, Wildcard.DECLINED);
        domains.enter(domain, State.VALIDATED);
        record(
                domain,
                WILDCARD_FORGONE,
                domain.trouble() == null
                        ? Map.of("domain", name(domain))
                        : Map.of("domain", name(domain), "reason", domain.trouble()));
    }

    private void follow(CertificateDomain domain, Challenge challenge, boolean awaitsApproval) {
        boolean customersTurn = challenge != null && !awaitsApproval && !hasAddress(domain, challenge);
        domains.enter(domain, customersTurn ? State.RECORD_AWAITED : State.SUBMITTED);
        if (customersTurn && isPublic(challenge)) {
            domains.lookAt(domain, clock.instant().plus(properties.firstLook()));
        }
    }

    private static boolean isToBeMet(CertificateDomain domain, Challenge challenge) {
        return challenge != null && !hasAddress(domain, challenge);
    }

    private static boolean hasAddress(CertificateDomain domain, Challenge challenge) {
        return challenge instanceof Challenge.MailToOneOf && domain.mailAddress() != null;
    }

    private static boolean isPublic(Challenge challenge) {
        return challenge instanceof Challenge.DnsRecord || challenge instanceof Challenge.WebFile;
    }

    private DomainValidations at(CertificateDomain domain) {
        pauses.requireNone(authorities.name(domain.authority()));
        return authorities.validations(domain.authority());
    }

    private void record(CertificateDomain domain, String kind, Map<String, String> facts) {
        orders.record(domain.orderNumber(), kind, facts);
    }

    private static String name(CertificateDomain domain) {
        return domain.domain().name();
    }
}
