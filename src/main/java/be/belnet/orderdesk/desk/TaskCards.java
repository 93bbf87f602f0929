package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private final TaskOrders numbers;
    private final OrderFile orders;
    private final OrderSteps steps;
    private final OrderFiles files;
    private final CardFacts facts;
    private final Wording wording;
    private final Clock clock;

    TaskCards(
            TaskOrders numbers,
            OrderFile orders,
            OrderSteps steps,
            OrderFiles files,
            CardFacts facts,
            Wording wording,
            Clock clock) {
        this.numbers = numbers;
        this.orders = orders;
        this.steps = steps;
        this.files = files;
        this.facts = facts;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What a card shows of an order, in the reader's language.
     *
     * @param order its number; that of a failure or a data request, or that of mails to be sorted, where the task is about
     *     no single order
     * @param customer acronym; null while unknown
     * @param page path of what the task is about; null for mails, which their form shows whole
     * @param waits whether it may wait for somebody outside
     * @param turn who has to act at this task
     * @param waiting for whom it waits, and until when; null unless it does
     * @param late how much; null unless it is
     * @param facts what the reader's groups need to know besides
     */
    record Card(
            String order,
            String customer,
            String page,
            boolean waits,
            String turn,
            String waiting,
            String late,
            List<String> facts) {}

    /** @return cards by task; those are missing that the person may not see */
    @GetMapping("/desk/task-cards")
    Map<String, Card> cards(@RequestParam("task") List<String> taskIds, Principal user, Locale locale) {
        if (taskIds.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<Task> visible = numbers.visible(taskIds, user.getName());
        Map<String, String> byTask = numbers.numbers(visible);
        Map<String, List<Step>> open = steps
                .open(byTask.values().stream().distinct().toList())
                .stream()
                .collect(Collectors.groupingBy(Step::orderNumber));
        CardFacts.ForReader known = facts.of(user.getName(), locale);
        return visible.stream()
                .filter(task -> byTask.containsKey(task.getId()))
                .collect(Collectors.toMap(
                        Task::getId, task -> card(task, byTask.get(task.getId()), open, known, locale)));
    }

    private Card card(
            Task task, String number, Map<String, List<Step>> open, CardFacts.ForReader known, Locale locale) {
        Optional<Step> step = open.getOrDefault(number, List.of()).stream()
                .filter(one -> one.activity().equals(task.getTaskDefinitionKey()))
                .findFirst();
        return orders.find(number)
                .map(order -> card(order, task, step, known, locale))
                .orElseGet(() -> new Card(
                        number, null, files.page(number), false, "belnet", null, late(task, locale), List.of()));
    }

    private Card card(Order order, Task task, Optional<Step> step, CardFacts.ForReader known, Locale locale) {
        String waiting = task.getFollowUpDate() == null
                ? null
                : step.map(Step::waiting)
                        .map(wait -> wording.value(
                                "order.waiting." + wait.turn().code(), locale, wording.day(wait.until(), locale)))
                        .orElse(null);
        return new Card(
                order.number(),
                order.acronym(),
                files.page(order.number()),
                true,
                step.map(one -> one.turn().code()).orElse("belnet"),
                waiting,
                waiting == null ? late(task, locale) : null,
                known.about(order));
    }

    private String late(Task task, Locale locale) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return due != null && due.isBefore(clock.instant())
                ? wording.value("card.late", locale, wording.day(due, locale))
                : null;
    }
}
