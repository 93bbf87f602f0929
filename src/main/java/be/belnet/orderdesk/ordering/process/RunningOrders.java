package be.belnet.orderdesk.ordering.process;

import static be.belnet.orderdesk.ordering.process.OrderVariables.WITHDRAWN_BY_CUSTOMER;

import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.OrderMails;
import be.belnet.orderdesk.ordering.OrderedServices;
import be.belnet.orderdesk.workflow.Effects;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of all services as the order file sees them. The business key of their processes is the order number. */
@Service
@Transactional
class RunningOrders implements OrderProcess {
    private final OrderFile orders;
    private final OrderedServices services;
    private final Leaving leaving;
    private final OrderMails mails;
    private final Effects effects;
    private final RepositoryService repository;
    private final FormService forms;
    private final RuntimeService processes;
    private final TaskService tasks;

    RunningOrders(
            OrderFile orders,
            OrderedServices services,
            Leaving leaving,
            OrderMails mails,
            Effects effects,
            RepositoryService repository,
            FormService forms,
            RuntimeService processes,
            TaskService tasks) {
        this.orders = orders;
        this.services = services;
        this.leaving = leaving;
        this.mails = mails;
        this.effects = effects;
        this.repository = repository;
        this.forms = forms;
        this.processes = processes;
        this.tasks = tasks;
    }

    @Override
    public List<String> services() {
        return services.names();
    }

    @Override
    public String start(String service, Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OrderedServices.process(service))
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers).getBusinessKey();
    }

    @Override
    public void withdraw(String number, String reason) {
        beginLeaving(number, reason);
        orders.record(number, "withdrawalReceived", Map.of("reason", reason));
        leaving.begin(number);
        mails.confirmWithdrawal(number);
        leave(number, true);
    }

    @Override
    public void cancel(String number, String reason) {
        beginLeaving(number, reason);
        orders.record(number, "cancellationReceived", Map.of("reason", reason));
        leaving.begin(number);
        mails.announceCancellation(number, reason);
        leave(number, false);
    }

    @Override
    public void endWithService(String number, String file, String reason) {
        beginLeaving(number, reason);
        orders.record(number, "serviceEndedBefore", Map.of("file", file));
        leaving.begin(number);
        effects.toUndo(number).forEach(effects::undoneByHand);
        leave(number, true);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayBeLeft(String number) {
        return leaving.isPossible(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consequence> consequences(String number) {
        return leaving.consequences(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).orderByTaskCreateTime().asc().list().stream()
                .map(this::openTask)
                .toList();
    }

    private void beginLeaving(String number, String reason) {
        if (!mayBeLeft(number)) {
            throw new OrderClosedException(number, orders.get(number).state());
        }
        orders.beginCancelling(number);
        orders.setClosingReason(number, reason);
    }

    private void leave(String number, boolean withdrawnByCustomer) {
        processes
                .createMessageCorrelation("OrderLeft")
                .processInstanceBusinessKey(number)
                .setVariable(WITHDRAWN_BY_CUSTOMER.name(), withdrawnByCustomer)
                .correlate();
    }

    private OpenTask openTask(Task task) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getAssignee(),
                groups(task),
                instant(task.getCreateTime()),
                instant(task.getDueDate()));
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private static Instant instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant).orElse(null);
    }
}
