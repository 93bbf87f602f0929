package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.privacy.DataRequests;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells Tasklist which order each task on its list belongs to: cards of one task name would all look alike. */
@RestController
class TaskCards {
    private static final int MOST = 100;
    private static final String MAILS = "MAIL-";

    private final TaskService tasks;
    private final RuntimeService processes;
    private final IdentityService identity;
    private final OrderFile orders;
    private final DataRequests requests;

    TaskCards(
            TaskService tasks,
            RuntimeService processes,
            IdentityService identity,
            OrderFile orders,
            DataRequests requests) {
        this.tasks = tasks;
        this.processes = processes;
        this.identity = identity;
        this.orders = orders;
        this.requests = requests;
    }

    /**
     * What a card shows of an order.
     *
     * @param order its number; that of a failure or a data request, or that of mails to be sorted, where the task is about
     *     no single order
     * @param customer acronym; null while unknown
     * @param page path of what the task is about; null for mails, which their form shows whole
     * @param waits whether it may wait for somebody outside
     */
    record Card(String order, String customer, String page, boolean waits) {}

    /** @return cards by task; those are missing that the person may not see */
    @GetMapping("/desk/task-cards")
    Map<String, Card> cards(@RequestParam("task") List<String> taskIds, Principal user) {
        if (taskIds.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<Task> visible = as(user.getName(), () -> tasks.createTaskQuery()
                .taskIdIn(taskIds.toArray(String[]::new))
                .listPage(0, MOST));
        Map<String, String> numbers = orderNumbers(visible);
        return visible.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.toMap(Task::getId, task -> card(numbers.get(task.getProcessInstanceId()))));
    }

    /** Order numbers by process instance. */
    private Map<String, String> orderNumbers(List<Task> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return processes
                .createProcessInstanceQuery()
                .processInstanceIds(of.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private Card card(String number) {
        return orders.find(number)
                .map(order -> new Card(number, order.acronym(), "/orders/" + number, true))
                .orElseGet(() -> new Card(number, null, page(number), false));
    }

    private String page(String number) {
        if (number.startsWith(MAILS)) {
            return null;
        }
        return requests.find(number).isPresent() ? "/privacy/requests/" + number : "/partners#" + number;
    }

    private <T> T as(String user, Supplier<T> asking) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        try {
            identity.setAuthentication(user, groups);
            return asking.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
