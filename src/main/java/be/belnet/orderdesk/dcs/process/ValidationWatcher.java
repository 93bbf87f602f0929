package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.dcs.DomainValidation;
import be.belnet.orderdesk.dcs.DomainValidation.Progress;
import be.belnet.orderdesk.dcs.ValidationPage;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.Collisions;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks through all validations of each CA that has customers waiting, in one round for all domains, and lets those go on
 * for which something has changed. Of several nodes one does; each round looks at the state anew, so nothing is missed.
 */
@Component
class ValidationWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ValidationWatcher.class);

    private final Authorities authorities;
    private final CertificateDomains domains;
    private final DomainProcess process;
    private final WatchRounds rounds;
    private final PartnerPauses pauses;
    private final DcsProperties properties;

    ValidationWatcher(
            Authorities authorities,
            CertificateDomains domains,
            DomainProcess process,
            WatchRounds rounds,
            PartnerPauses pauses,
            DcsProperties properties) {
        this.authorities = authorities;
        this.domains = domains;
        this.process = process;
        this.rounds = rounds;
        this.pauses = pauses;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.validations:PT1M}")
    void look() {
        authorities.all().forEach(this::guarded);
    }

    private void guarded(String authority) {
        try {
            lookAt(authority);
        } catch (PartnerException notToBeSeen) {
            LOG.info("Validations are not to be seen: {}", notToBeSeen.getMessage());
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "Validations could not be followed: {}",
                    unexpected.getClass().getName());
        }
    }

    private void lookAt(String authority) {
        if (pauses.of(authorities.name(authority)).isPresent()) {
            return;
        }
        Map<String, CertificateDomain> watched = domains.watched(authority).stream()
                .collect(Collectors.toMap(domain -> domain.domain().name(), Function.identity()));
        if (!watched.isEmpty() && rounds.begin(authority, properties.validations())) {
            pages(authority, watched);
        }
    }

    private void pages(String authority, Map<String, CertificateDomain> watched) {
        OptionalInt position = OptionalInt.of(0);
        while (position.isPresent()) {
            ValidationPage page = authorities.validations(authority).page(position.getAsInt());
            page.validations().forEach(validation -> Optional.ofNullable(
                            watched.get(validation.domain().base().name()))
                    .ifPresent(domain -> guarded(domain, validation)));
            position = page.next();
        }
    }

    private void guarded(CertificateDomain domain, DomainValidation validation) {
        try {
            follow(domain, validation);
        } catch (RuntimeException unexpected) {
            if (Collisions.isOne(unexpected)) {
                LOG.debug("A domain of {} went on meanwhile", domain.orderNumber());
                return;
            }
            // it holds up no other; its message may quote anything and stays out of the log
            LOG.error(
                    "A domain of {} could not be followed: {}",
                    domain.orderNumber(),
                    unexpected.getClass().getName());
        }
    }

    private void follow(CertificateDomain domain, DomainValidation validation) {
        if (validation.domain().isWildcard()) {
            followWildcard(domain);
        } else {
            followProof(domain, validation);
        }
    }

    private void followWildcard(CertificateDomain domain) {
        if (domain.state() == State.WILDCARD_AWAITED) {
            process.wildcardAdded(domain);
        }
    }

    private void followProof(CertificateDomain domain, DomainValidation validation) {
        if (domain.state() == State.WILDCARD_AWAITED) {
            return;
        }
        if (isNewlyValidated(domain, validation)) {
            process.validated(domain, validation.validUntil());
        } else if (validation.progress() == Progress.REJECTED && domain.state() == State.SUBMITTED) {
            process.rejected(domain);
        }
    }

    /** An earlier validation may still count while the next one is under way. */
    private static boolean isNewlyValidated(CertificateDomain domain, DomainValidation validation) {
        return validation.isValidated()
                && (domain.validUntil() == null
                        || validation.validUntil() == null
                        || validation.validUntil().isAfter(domain.validUntil()));
    }
}
