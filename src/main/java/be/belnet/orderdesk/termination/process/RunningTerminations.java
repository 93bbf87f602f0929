package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.SERVICE;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.termination.NewNotice;
import be.belnet.orderdesk.termination.ServiceEnd;
import be.belnet.orderdesk.termination.TerminationProcess;
import be.belnet.orderdesk.termination.Terminations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts {@code service-termination} without a person at its start form, and has its end moved. */
@Service
@Transactional
class RunningTerminations implements TerminationProcess {
    private static final String WAITING = "gateway_awaitLastDay";

    private final Terminations terminations;
    private final ServiceEnd end;
    private final OrderFile orders;
    private final OrderSteps steps;
    private final RuntimeService processes;

    RunningTerminations(
            Terminations terminations,
            ServiceEnd end,
            OrderFile orders,
            OrderSteps steps,
            @Lazy RuntimeService processes) {
        this.terminations = terminations;
        this.end = end;
        this.orders = orders;
        this.steps = steps;
        this.processes = processes;
    }

    @Override
    public String begin(NewNotice notice, String token) {
        Optional<String> earlier = orders.findByToken(token).map(Order::number);
        return earlier.orElseGet(() -> {
            String number = terminations.open(notice, token).number();
            processes.startProcessInstanceByKey("service-termination", number, variables(notice.service()));
            return number;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public boolean waitsForLastDay(String number) {
        return steps.open(List.of(number)).stream()
                .anyMatch(step -> step.activity().equals(WAITING));
    }

    @Override
    public void askForNewDate(String number, LocalDate endsOn, String reason, String userId) {
        if (!waitsForLastDay(number)) {
            throw new OrderClosedException(number, orders.get(number).state());
        }
        end.askFor(number, endsOn, reason, userId);
        processes
                .createMessageCorrelation("NewDateAsked")
                .processInstanceBusinessKey(number)
                .correlate();
    }

    static Map<String, Object> variables(String service) {
        return Map.of(SERVICE.name(), service);
    }
}
