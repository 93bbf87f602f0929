package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.WILDCARD_WANTED;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dns.DcvReport;
import be.belnet.orderdesk.order.OrderFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes about while a domain is being validated, each in a transaction of its own: the domain's state and its process
 * go on together or not at all. What was seen before the domain went on does nothing.
 */
@Service
@Transactional
class DomainProcess {
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofHours(6);
    private static final int LOOKS_PER_AGE = 4;
    private static final Set<State> BEING_PROVED = Set.of(State.WAITING, State.RECORD_AWAITED, State.SUBMITTED);

    private final CertificateDomains domains;
    private final ControlProofs proofs;
    private final DomainMessages messages;
    private final OrderFile orders;
    private final Clock clock;

    DomainProcess(
            CertificateDomains domains, ControlProofs proofs, DomainMessages messages, OrderFile orders, Clock clock) {
        this.domains = domains;
        this.proofs = proofs;
        this.messages = messages;
        this.orders = orders;
        this.clock = clock;
    }

    /** Keeps what was seen of a domain's record; one that is ready is handed to the CA. */
    public void looked(CertificateDomain seen, DcvReport report) {
        domains.hold(seen).filter(domain -> domain.method() == seen.method()).ifPresent(domain -> {
            domains.keepLook(domain, report.findings(), report.ready() ? null : nextLook(domain));
            if (report.ready()) {
                domains.enter(domain, State.SUBMITTED);
                messages.tell(domain, "RecordPublished");
            }
        });
    }

    /** The CA has validated the domain. */
    public void validated(CertificateDomain seen, LocalDate validUntil) {
        domains.hold(seen).ifPresent(domain -> {
            boolean told = messages.tell(
                    domain, "DomainValidated", Map.of(WILDCARD_WANTED.name(), domain.wildcard() == Wildcard.WANTED));
            if (told) {
                proofs.keepValidated(domain, validUntil);
            } else {
                // it still waits for a record that the CA did not need to see
                messages.tell(domain, "RecordPublished");
            }
        });
    }

    /** The CA has given up looking: the customer is asked anew. */
    public void rejected(CertificateDomain seen) {
        domains.hold(seen).ifPresent(domain -> {
            recordAnew(domain);
            beginAnew(domain);
        });
    }

    /** The proof runs out while the wildcard is still awaited: it is given again, and the wildcard awaited on. */
    public void proofDue(CertificateDomain seen) {
        domains.hold(seen)
                .filter(domain -> messages.tell(domain, "ProofBegunAnew"))
                .ifPresent(domain -> {
                    domains.keepChallenge(domain, null);
                    domains.enter(domain, State.WAITING);
                    recordAnew(domain);
                });
    }

    /** The wildcard stands at the CA, or is to be put there by us. */
    public void wildcardAdded(CertificateDomain seen) {
        domains.hold(seen).ifPresent(domain -> messages.tell(domain, "WildcardAdded"));
    }

    public void wildcardDeclined(CertificateDomain seen) {
        domains.hold(seen)
                .filter(domain -> domain.wildcard() == Wildcard.WANTED)
                .ifPresent(domain -> {
                    domains.keepWildcard(domain, Wildcard.DECLINED);
                    orders.record(
                            domain.orderNumber(),
                            "wildcardDeclined",
                            Map.of("domain", domain.domain().name()));
                    if (messages.tell(domain, "WildcardDeclined")) {
                        domains.enter(domain, State.VALIDATED);
                    }
                });
    }

    public void chosen(CertificateDomain seen, ValidationMethod method, String mailAddress) {
        domains.hold(seen)
                .filter(domain -> BEING_PROVED.contains(domain.state()))
                .ifPresent(domain -> {
                    domains.chooseMethod(domain, method, mailAddress);
                    beginAnew(domain);
                });
    }

    /** @return whether its process has heard of it, which ends what is under way at the CA */
    public boolean givenUp(CertificateDomain seen, String reason) {
        Optional<CertificateDomain> told = domains.hold(seen).filter(domain -> messages.tell(domain, "DomainGivenUp"));
        told.ifPresent(domain -> orders.record(
                domain.orderNumber(),
                "domainGivenUp",
                Map.of("domain", domain.domain().name(), "reason", reason)));
        return told.isPresent();
    }

    public void published(CertificateDomain seen) {
        domains.hold(seen).ifPresent(domain -> {
            domains.notePublished(domain);
            domains.lookAt(domain, clock.instant());
        });
    }

    private void recordAnew(CertificateDomain domain) {
        orders.record(
                domain.orderNumber(),
                "validationBegunAnew",
                Map.of("domain", domain.domain().name()));
    }

    private void beginAnew(CertificateDomain domain) {
        domains.keepChallenge(domain, null);
        domains.enter(domain, State.WAITING);
        messages.tell(domain, "ProofBegunAnew");
    }

    /** The longer it is missing, the longer apart. */
    private Instant nextLook(CertificateDomain domain) {
        Instant now = clock.instant();
        Duration age = Duration.between(domain.stateSince(), now);
        Duration pause = age.dividedBy(LOOKS_PER_AGE);
        Duration least = Duration.ofMinutes(1);
        Duration next = pause.compareTo(least) < 0 ? least : pause;
        return now.plus(next.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : next);
    }
}
