package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.workflow.StandingOrders;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has customers told once all that is asked of them is known, and not before: one mail for all domains. A renewal goes on
 * in silence for a while, since a record may still stand, or the CA need none.
 */
@Component
class CustomerNeededWatcher {
    private static final String WAITING = "receiveTask_customerNeeded";

    private final StandingOrders standing;
    private final CertificateDomains domains;
    private final OrderFile orders;
    private final RuntimeService processes;
    private final DcsProperties properties;
    private final Clock clock;

    CustomerNeededWatcher(
            StandingOrders standing,
            CertificateDomains domains,
            OrderFile orders,
            RuntimeService processes,
            DcsProperties properties,
            Clock clock) {
        this.standing = standing;
        this.domains = domains;
        this.orders = orders;
        this.processes = processes;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.records:PT20S}")
    void look() {
        standing.look(WAITING, this::look, (waiting, never) -> {});
    }

    private void look(Step waiting) {
        if (isNeeded(waiting)) {
            standing.settle(waiting, () -> processes
                    .createMessageCorrelation("CustomerNeeded")
                    .processInstanceBusinessKey(waiting.orderNumber())
                    .correlate());
        }
    }

    private boolean isNeeded(Step waiting) {
        List<CertificateDomain> all = domains.of(waiting.orderNumber());
        boolean settled = all.stream().noneMatch(domain -> domain.state().isOpen());
        boolean known = all.stream().noneMatch(domain -> domain.state() == State.WAITING);
        boolean asked = all.stream().anyMatch(domain -> domain.state().actor() == Actor.CUSTOMER);
        return settled || known && asked && (!isRenewal(waiting, all) || isOverdue(waiting));
    }

    /** Nothing but validations that still count, or did until lately. */
    private boolean isRenewal(Step waiting, List<CertificateDomain> all) {
        return orders.get(waiting.orderNumber()).kind().equals(Migrations.VALIDATION)
                && all.stream().allMatch(domain -> domain.validUntil() != null);
    }

    private boolean isOverdue(Step waiting) {
        return waiting.enteredAt().plus(properties.quiet()).isBefore(clock.instant());
    }
}
