package be.belnet.orderdesk.workflow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Ends jobs in order when the application stops: none is taken any more, those that run come to their end, and those that
 * only wait are given back, so that other nodes run them at once instead of when their lock is over.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsAtStop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobsAtStop.class);
    private static final int MOST = 2000;

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final Duration patience;
    private volatile boolean running;

    JobsAtStop(
            JobExecutor jobs,
            @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads,
            ManagementService management,
            ProcessEngineConfigurationImpl engine,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration patience) {
        this.jobs = jobs;
        this.threads = threads;
        this.management = management;
        this.engine = engine;
        this.patience = patience;
    }

    /** Before the threads pause: a job that was taken until then, and waits for one, is unlocked by it. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeNoMore() {
        jobs.shutdown();
        threads.initiateShutdown();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Left are jobs that were taken and never got a thread. */
    @Override
    public void stop() {
        running = false;
        if (isIdle()) {
            mine().forEach(this::giveBack);
        } else {
            LOG.warn(
                    "{} jobs still run; other nodes run them when their lock is over",
                    threads.getThreadPoolExecutor().getActiveCount());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which serves those who wait for an answer meanwhile. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private boolean isIdle() {
        try {
            return threads.getThreadPoolExecutor().awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Job> mine() {
        return management.createJobQuery().executable().listPage(0, MOST).stream()
                .filter(job -> jobs.getLockOwner().equals(((JobEntity) job).getLockOwner()))
                .toList();
    }

    private void giveBack(Job job) {
        engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(job.getId()));
    }
}
