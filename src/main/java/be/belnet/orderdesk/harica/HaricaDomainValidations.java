package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.dcs.AuthorityTime;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainValidation;
import be.belnet.orderdesk.dcs.DomainValidation.Progress;
import be.belnet.orderdesk.dcs.DomainValidation.State;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.ValidationPage;
import be.belnet.orderdesk.dcs.ValidationStep;
import be.belnet.orderdesk.dcs.ValidationStep.Next;
import be.belnet.orderdesk.harica.CertManager.Row;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Validation of domains in advance, by a TXT record at the domain itself. CertManager mails the record and then looks by
 * itself; it tells how long a validation counts, but not whether one is under way. Who starts twice is mailed twice, and
 * the newer record counts.
 */
class HaricaDomainValidations implements DomainValidations {
    private static final ValidationStep MAILED = new ValidationStep(new Challenge.SentToContact(), Next.WAIT_FOR_CA);

    private final CertManager certManager;
    private final HaricaProperties settings;
    private final Clock clock;

    HaricaDomainValidations(CertManager certManager, HaricaProperties settings, Clock clock) {
        this.certManager = certManager;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<ValidationMethod> methods(boolean withWildcard) {
        return Set.of(ValidationMethod.TXT);
    }

    @Override
    public ValidationStep start(Domain domain, ValidationMethod method) {
        certManager.prevalidate(registered(domain, method).organizationId(), settings.contact());
        return MAILED;
    }

    /** There is nothing to submit: CertManager looks without being asked. */
    @Override
    public ValidationStep submit(Domain domain, ValidationMethod method, String address) {
        registered(domain, method);
        return MAILED;
    }

    @Override
    public Optional<DomainValidation> find(Domain domain) {
        return HaricaCertificateAuthority.row(certManager, domain).map(row -> standing(row, domain.base()));
    }

    /** All at once; each domain brings its wildcard, which has no entry of its own. */
    @Override
    public ValidationPage page(int position) {
        return new ValidationPage(position == 0 ? all() : List.of(), OptionalInt.empty());
    }

    @Override
    public void abandon(Domain domain) {
        if (HaricaCertificateAuthority.row(certManager, domain).isPresent()) {
            throw refused(
                    "byHand", "a validation cannot be ended; unless its record is published, nothing comes of it");
        }
    }

    private List<DomainValidation> all() {
        return certManager.rows().stream().flatMap(this::standings).toList();
    }

    /** Names that certificates cannot be for are passed over. */
    private Stream<DomainValidation> standings(Row row) {
        try {
            var domain = new Domain(row.domain()).base();
            return Stream.of(standing(row, domain), standing(row, domain.wildcard()));
        } catch (IllegalArgumentException noDomain) {
            return Stream.empty();
        }
    }

    private DomainValidation standing(Row row, Domain domain) {
        var until = CertManager.day(row.validity());
        return new DomainValidation(domain, state(until), Progress.OTHER, until);
    }

    private State state(LocalDate until) {
        if (until == null) {
            return State.NOT_VALIDATED;
        }
        return until.isBefore(AuthorityTime.today(clock)) ? State.EXPIRED : State.VALIDATED;
    }

    private Row registered(Domain domain, ValidationMethod method) {
        if (method != ValidationMethod.TXT) {
            throw refused("method", "domains are validated by a TXT record only, not by " + method);
        }
        return HaricaCertificateAuthority.row(certManager, domain)
                .orElseThrow(() -> refused("unknown", domain.base() + " is not registered"));
    }

    private static PartnerRefusedException refused(String code, String reason) {
        return new PartnerRefusedException(HaricaApi.NAME, code, reason);
    }
}
