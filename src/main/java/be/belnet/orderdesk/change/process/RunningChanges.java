package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.SERVICE;

import be.belnet.orderdesk.change.ChangeProcess;
import be.belnet.orderdesk.change.Changeable;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.change.NewChange;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.RequestsAsChanges;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts {@code service-change} as its start form does. */
@Service
@Transactional
class RunningChanges implements ChangeProcess, RequestsAsChanges {
    private final Changes changes;
    private final Changeable changeable;
    private final OrderFile orders;
    private final RepositoryService repository;
    private final FormService forms;
    private final RuntimeService processes;

    RunningChanges(
            Changes changes,
            Changeable changeable,
            OrderFile orders,
            @Lazy RepositoryService repository,
            @Lazy FormService forms,
            @Lazy RuntimeService processes) {
        this.changes = changes;
        this.changeable = changeable;
        this.orders = orders;
        this.repository = repository;
        this.forms = forms;
        this.processes = processes;
    }

    @Override
    public String start(Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("service-change")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers).getBusinessKey();
    }

    @Override
    public String begin(NewChange change, String token) {
        return orders.findByToken(token).map(Order::number).orElseGet(() -> open(change, token));
    }

    private String open(NewChange change, String token) {
        String number = changes.open(change, changeable.of(change), token).number();
        processes.startProcessInstanceByKey("service-change", number, Map.of(SERVICE.name(), change.service()));
        return number;
    }

    @Override
    public void requirePossible(Order order) {
        changeable.of(change(order));
    }

    @Override
    public String takeUp(Order order) {
        return begin(change(order), "change/" + order.number());
    }

    private static NewChange change(Order order) {
        return new NewChange(
                order.service(), order.acronym(), null, order.request(), order.ticketReference(), order.requester());
    }
}
