package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.VisibleToModels;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a service is over, and when what was kept may go: midnight of Brussels. Models name it. */
@VisibleToModels
@Component
public class LastDay {
    private final Terminations terminations;

    LastDay(Terminations terminations) {
        this.terminations = terminations;
    }

    /** When the first day without the service begins. */
    public Date over(DelegateExecution execution) {
        return midnight(terminations.get(execution.getProcessBusinessKey()).endsOn());
    }

    public Date quarantineOver(DelegateExecution execution) {
        return midnight(terminations.get(execution.getProcessBusinessKey()).removalOn());
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(BRUSSELS).toInstant());
    }
}
