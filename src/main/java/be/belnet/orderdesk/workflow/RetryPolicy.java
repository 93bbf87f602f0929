package be.belnet.orderdesk.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What becomes of a job that failed: one that only has to wait is put off and uses up no attempt; all others are tried
 * again as their model says, and after the last attempt told to {@link FailedJobs}.
 */
@Component
class RetryPolicy implements FailedJobCommandFactory {
    private final Postponements postponements;
    private final ObjectProvider<FailedJobs> failedJobs;

    RetryPolicy(Clock clock, ObjectProvider<FailedJobs> failedJobs) {
        this.postponements = new Postponements(clock);
        this.failedJobs = failedJobs;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new Retry(jobId, failure);
    }

    private final class Retry extends DefaultJobRetryCmd {
        private static final long serialVersionUID = 1L;

        Retry(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null) {
                return null;
            }
            Optional<Instant> later =
                    postponements.until(exception, job.getCreateTime().toInstant());
            if (later.isPresent()) {
                putOff(context, job, later.get());
            } else {
                super.execute(context);
                tellLast(context, job);
            }
            return null;
        }

        private void putOff(CommandContext context, JobEntity job, Instant until) {
            job.unlock();
            job.setDuedate(Date.from(until));
            notifyAcquisition(context);
        }

        private void tellLast(CommandContext context, JobEntity job) {
            if (job.getRetries() == 0 && job.getProcessInstanceId() != null) {
                failedJobs.forEach(told -> told.note(failed(context, job)));
            }
        }

        private FailedJob failed(CommandContext context, JobEntity job) {
            ExecutionEntity process = context.getExecutionManager().findExecutionById(job.getProcessInstanceId());
            return new FailedJob(
                    job.getId(),
                    process.getBusinessKey(),
                    job.getProcessDefinitionKey(),
                    job.getActivityId(),
                    exception);
        }
    }
}
