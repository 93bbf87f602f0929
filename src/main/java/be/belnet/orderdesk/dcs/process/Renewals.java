package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.NoContactException;
import be.belnet.orderdesk.dcs.ValidationStarts;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the renewal of validations ahead of their end, one file for all domains of a customer; a domain whose wildcard is
 * still awaited is proved anew in the file that awaits it. Each round looks at the state anew; of several nodes one begins.
 */
@Component
class Renewals implements ValidationStarts {
    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final CertificateDomains domains;
    private final DomainProcess process;
    private final Migrations migrations;
    private final DcsOrders dcsOrders;
    private final CustomerRegister customers;
    private final OrderFile orders;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;
    private final DcsProperties properties;
    private final Clock clock;

    Renewals(
            CertificateDomains domains,
            DomainProcess process,
            Migrations migrations,
            DcsOrders dcsOrders,
            CustomerRegister customers,
            OrderFile orders,
            RuntimeService processes,
            TransactionTemplate transactions,
            DcsProperties properties,
            Clock clock) {
        this.domains = domains;
        this.process = process;
        this.migrations = migrations;
        this.dcsOrders = dcsOrders;
        this.customers = customers;
        this.orders = orders;
        this.processes = processes;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.renewals:PT1H}")
    void look() {
        LocalDate today = BelgianTime.today(clock);
        LocalDate until = today.plusDays(properties.renewBefore().toDays());
        List<CertificateDomain> due = domains.runningOut(until).stream()
                .filter(domain -> isDue(domain, today))
                .toList();
        due.stream().filter(domain -> domain.state().isOpenForWildcard()).forEach(this::proveAnew);
        due.stream()
                .filter(domain -> domain.state() == State.VALIDATED)
                .collect(Collectors.groupingBy(
                        domain -> List.of(domain.authority(), domain.acronym()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(this::guarded);
    }

    /** Short validations are renewed when a third of them is left. How long one is may be unknown. */
    private boolean isDue(CertificateDomain domain, LocalDate today) {
        long before = properties.renewBefore().toDays();
        if (domain.validatedOn() != null) {
            long whole = ChronoUnit.DAYS.between(domain.validatedOn(), domain.validUntil());
            before = Math.min(before, Math.max(1, whole / 3));
        }
        return !today.isBefore(domain.validUntil().minusDays(before));
    }

    private void proveAnew(CertificateDomain due) {
        try {
            process.proofDue(due);
        } catch (RuntimeException unexpected) {
            // the next round finds it due still; its message may quote anything and stays out of the log
            LOG.error(
                    "A proof of {} could not be begun anew: {}",
                    due.orderNumber(),
                    unexpected.getClass().getName());
        }
    }

    private void guarded(List<CertificateDomain> due) {
        try {
            transactions.executeWithoutResult(open -> begin(due));
        } catch (DuplicateKeyException another) {
            LOG.debug("A renewal of {} was begun elsewhere", due.get(0).acronym());
        } catch (NoContactException nobody) {
            LOG.warn(
                    "Nobody is known at {} to renew its validations", due.get(0).acronym());
        } catch (RuntimeException unexpected) {
            LOG.error("A renewal could not be begun: {}", unexpected.getClass().getName());
        }
    }

    private void begin(List<CertificateDomain> due) {
        CertificateDomain first = due.get(0);
        Optional<Organisation> customer = customers.find(first.acronym());
        if (customer.isEmpty()) {
            return;
        }
        LocalDate earliest = due.stream()
                .map(CertificateDomain::validUntil)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        begin(
                customer.get(),
                first.authority(),
                dcsOrders.get(first.orderNumber()).organisationId(),
                due.stream().map(CertificateDomain::domain).toList(),
                "renewal/%s/%s/%s".formatted(first.authority(), first.acronym(), earliest));
    }

    /**
     * Has domains of a customer validated where it is. Safe to repeat with the same token.
     *
     * @throws NoContactException when there is nobody to write to
     */
    @Override
    public void begin(Organisation customer, String authority, String organisation, List<Domain> all, String token) {
        if (orders.findByToken(token).isEmpty()) {
            Order file = migrations.openValidation(customer, authority, organisation, all, token);
            processes.startProcessInstanceByKey("dcs-validation", file.number(), Waves.variables(customer));
        }
    }
}
