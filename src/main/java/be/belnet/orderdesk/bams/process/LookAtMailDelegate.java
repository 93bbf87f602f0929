package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.MAIL_STILL_OURS;

import be.belnet.orderdesk.bams.MailRouting;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.termination.ServiceEnd;
import be.belnet.orderdesk.termination.Terminations;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks where the customer's mail goes on the day on which its service ends. Safe to repeat: it only reads. */
@Component
class LookAtMailDelegate implements JavaDelegate {
    private final MailRouting routing;
    private final Terminations terminations;
    private final ServiceEnd end;
    private final OrderFile orders;

    LookAtMailDelegate(MailRouting routing, Terminations terminations, ServiceEnd end, OrderFile orders) {
        this.routing = routing;
        this.terminations = terminations;
        this.end = end;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        end.begin(number);
        List<String> domains = routing.mailStillHere(terminations.subscription(number));
        if (!domains.isEmpty()) {
            orders.record(number, "mailStillHere", Map.of("domains", String.join(", ", domains)));
        }
        MAIL_STILL_OURS.set(execution, !domains.isEmpty());
    }
}
