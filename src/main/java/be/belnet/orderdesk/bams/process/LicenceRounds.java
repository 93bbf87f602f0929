package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.THROUGH_DISTRIBUTOR;

import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.LicenceExtension;
import be.belnet.orderdesk.bams.LicenceExtensions;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.subscription.SubscribedLicences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks which licences come to their end and has them extended, each by one node and in a file of its own; asks the supplier
 * for ends that are not known. A round missed is made up for.
 */
@Component
class LicenceRounds {
    private static final Logger LOG = LoggerFactory.getLogger(LicenceRounds.class);

    /** What one round asks the supplier for: its limits are low, and orders need them too. */
    private static final int MOST = 20;

    private static final String SUPPLIER = "Fortinet";

    private final SubscribedLicences licences;
    private final Subscriptions subscriptions;
    private final LicenceExtensions extensions;
    private final PartnerPauses pauses;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;
    private final BamsProperties properties;
    private final Clock clock;

    LicenceRounds(
            SubscribedLicences licences,
            Subscriptions subscriptions,
            LicenceExtensions extensions,
            PartnerPauses pauses,
            RuntimeService processes,
            TransactionTemplate transactions,
            BamsProperties properties,
            Clock clock) {
        this.licences = licences;
        this.subscriptions = subscriptions;
        this.extensions = extensions;
        this.pauses = pauses;
        this.processes = processes;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.bams.licence-extension.round:PT1H}")
    void look() {
        if (pauses.of(SUPPLIER).isEmpty()) {
            licences.withoutEnd(MOST).stream()
                    .filter(licences::claim)
                    .forEach(subscription -> guarded(subscription, () -> askForEnd(subscription)));
        }
        LocalDate today = BelgianTime.today(clock);
        licences.endingBy(today.plus(properties.licenceExtension().before())).stream()
                .filter(subscription -> !extensions.isUnderWay(subscription))
                .forEach(subscription ->
                        guarded(subscription, () -> transactions.executeWithoutResult(open -> begin(subscription))));
    }

    private void askForEnd(Subscription subscription) {
        extensions.lookAtEnd(subscription).ifPresent(end -> subscriptions.keepLicenceEnd(subscription.id(), end, null));
    }

    private static void guarded(Subscription subscription, Runnable act) {
        try {
            act.run();
        } catch (PartnerException notToBeSeen) {
            LOG.info(
                    "The end of the licence of subscription {} is not to be seen: {}",
                    subscription.id(),
                    notToBeSeen.getMessage());
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node has the licence of subscription {} extended", subscription.id());
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "The licence of subscription {} could not be looked after: {}",
                    subscription.id(),
                    unexpected.getClass().getName());
        }
    }

    private void begin(Subscription subscription) {
        LicenceExtension extension = extensions.open(subscription);
        processes.startProcessInstanceByKey(
                "licence-extension",
                extension.file(),
                Map.of(THROUGH_DISTRIBUTOR.name(), extension.throughDistributor()));
    }
}
