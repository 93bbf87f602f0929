package be.belnet.orderdesk.reconciliation.process;

import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.DIFFERENCES_FOUND;
import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.TASK_OPEN;

import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.ComparisonCatalogue;
import be.belnet.orderdesk.reconciliation.Night;
import be.belnet.orderdesk.reconciliation.Night.Outcome;
import be.belnet.orderdesk.reconciliation.Reconciliations;
import be.belnet.orderdesk.reconciliation.Reconciliations.Finished;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins each night once, on whichever node, and compares part by part outside of transactions. A node that dies leaves what
 * it has compared; another goes on when its lease is over.
 */
@Component
class ReconciliationRounds {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRounds.class);
    private static final String PROCESS = "reconciliation";
    private static final String COMPARED = "PartnersCompared";
    private static final String GONE = "DifferencesGone";

    private final Reconciliations reconciliations;
    private final ComparisonCatalogue comparisons;
    private final PartnerPauses pauses;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReconciliationRounds(
            Reconciliations reconciliations,
            ComparisonCatalogue comparisons,
            PartnerPauses pauses,
            RuntimeService processes,
            TransactionTemplate transactions,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.comparisons = comparisons;
        this.pauses = pauses;
        this.processes = processes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${orderdesk.reconciliation.round:PT1M}",
            initialDelayString = "${orderdesk.reconciliation.round:PT1M}")
    void look() {
        reconciliations.due().ifPresent(this::begin);
        String owner = UUID.randomUUID().toString();
        reconciliations.claim(owner).ifPresent(night -> compare(night, owner));
    }

    private void begin(LocalDate night) {
        try {
            transactions.executeWithoutResult(
                    open -> processes.startProcessInstanceByKey(PROCESS, reconciliations.begin(night)));
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node has begun the reconciliation of {}", night);
        }
    }

    private void compare(Night night, String owner) {
        List<Comparison> used =
                comparisons.all().stream().filter(Comparison::isUsed).toList();
        used.stream().filter(part -> reconciliations.isDue(night, part)).forEach(part -> compare(night, owner, part));
        if (reconciliations.isComplete(night, used)) {
            finish(night, owner);
        } else {
            reconciliations.release(night, owner);
        }
    }

    private void compare(Night night, String owner, Comparison part) {
        Instant askedAt = clock.instant();
        try {
            pauses.requireNone(part.partner());
            Compared compared = part.compare();
            reconciliations.keep(night, owner, part, askedAt, compared);
        } catch (PartnerException silent) {
            LOG.info("{} is not compared: {}", part.part(), silent.getMessage());
            reconciliations.noteSilence(night, owner, part, askedAt, silent.getMessage());
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            String kind = unexpected.getClass().getSimpleName();
            LOG.error("{} could not be compared: {}", part.part(), kind);
            reconciliations.noteSilence(night, owner, part, askedAt, kind);
        }
    }

    /** Tells the process in the transaction that ends the night: both or neither. */
    void finish(Night night, String owner) {
        transactions.executeWithoutResult(
                open -> reconciliations.finish(night, owner).ifPresent(finished -> {
                    tell(night, finished);
                    takeBack(finished.emptied());
                }));
    }

    private void tell(Night night, Finished finished) {
        processes
                .createMessageCorrelation(COMPARED)
                .processInstanceBusinessKey(night.number())
                .setVariable(
                        DIFFERENCES_FOUND.name(),
                        finished.outcome() == Outcome.TASK || finished.outcome() == Outcome.ADDED)
                .setVariable(TASK_OPEN.name(), finished.outcome() == Outcome.ADDED)
                .correlate();
    }

    /** @param task null where none is empty */
    private void takeBack(String task) {
        if (task != null) {
            // nobody waits for it where all was decided
            processes
                    .createMessageCorrelation(GONE)
                    .processInstanceBusinessKey(task)
                    .correlateAll();
        }
    }
}
