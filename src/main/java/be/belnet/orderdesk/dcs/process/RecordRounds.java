package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.workflow.Collisions;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, unasked and when asked, at what customers publish, several at a time, and has the CA look at what is ready. Of
 * several nodes each looks at others.
 */
@Component
class RecordRounds {
    private static final Logger LOG = LoggerFactory.getLogger(RecordRounds.class);
    private static final int AT_ONCE = 8;
    private static final int MOST = 200;

    private final CertificateDomains domains;
    private final RecordLook look;
    private final DomainProcess process;
    private final DcsProperties properties;
    private final Clock clock;

    RecordRounds(
            CertificateDomains domains, RecordLook look, DomainProcess process, DcsProperties properties, Clock clock) {
        this.domains = domains;
        this.look = look;
        this.process = process;
        this.properties = properties;
        this.clock = clock;
    }

    private final ExecutorService lookers = Executors.newFixedThreadPool(AT_ONCE, runnable -> {
        Thread thread = new Thread(runnable, "record-look");
        thread.setDaemon(true);
        return thread;
    });

    @Scheduled(fixedDelayString = "${orderdesk.dcs.records:PT20S}")
    void look() {
        Instant next = clock.instant().plus(properties.firstLook());
        look(domains.toLookAt(MOST).stream()
                .filter(domain -> domains.claimLook(domain, next))
                .toList());
    }

    /** Looks at these now. Takes as long as the slowest of them, for so many as are looked at at once. */
    void look(List<CertificateDomain> due) {
        try {
            lookers.invokeAll(due.stream().map(this::looking).toList());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Callable<Void> looking(CertificateDomain domain) {
        return () -> {
            guarded(domain);
            return null;
        };
    }

    private void guarded(CertificateDomain domain) {
        try {
            look.look(domain).ifPresent(report -> process.looked(domain, report));
        } catch (RuntimeException unexpected) {
            if (Collisions.isOne(unexpected)) {
                LOG.debug("A domain of {} went on meanwhile", domain.orderNumber());
                return;
            }
            // its message may quote anything and stays out of the log
            LOG.error(
                    "A record could not be looked at: {}", unexpected.getClass().getName());
        }
    }

    @PreDestroy
    void stop() {
        lookers.shutdownNow();
    }
}
