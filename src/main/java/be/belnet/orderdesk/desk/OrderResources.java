package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.desk.OrderResource.ClocksResource;
import be.belnet.orderdesk.desk.OrderResource.DocumentResource;
import be.belnet.orderdesk.desk.OrderResource.EventResource;
import be.belnet.orderdesk.desk.OrderResource.PageResource;
import be.belnet.orderdesk.desk.OrderResource.ReferenceResource;
import be.belnet.orderdesk.desk.OrderResource.SummaryResource;
import be.belnet.orderdesk.desk.OrderResource.TaskResource;
import be.belnet.orderdesk.desk.OrderResource.WaitingResource;
import be.belnet.orderdesk.order.Clocks;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.order.Wait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts orders into the shape of the API. */
@Component
class OrderResources {
    private final OrderDesk desk;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderSteps steps;
    private final CustomerRegister customers;
    private final EventWords words;
    private final Wording wording;
    private final OrderViews views;
    private final Caller caller;
    private final String address;

    OrderResources(
            OrderDesk desk,
            OrderFile orders,
            OrderDocuments documents,
            OrderSteps steps,
            CustomerRegister customers,
            EventWords words,
            Wording wording,
            OrderViews views,
            Caller caller,
            @Value("${orderdesk.address}") String address) {
        this.desk = desk;
        this.orders = orders;
        this.documents = documents;
        this.steps = steps;
        this.customers = customers;
        this.words = words;
        this.wording = wording;
        this.views = views;
        this.caller = caller;
        this.address = address;
    }

    /** As whoever is signed in may see it. */
    OrderResource of(Order order, Locale locale) {
        Sight sight = caller.sight();
        return new OrderResource(
                order.number(),
                order.service(),
                order.kind(),
                state(order.state()),
                order.turn().code(),
                order.acronym(),
                customers.find(order.acronym()).map(Organisation::legalName).orElse(null),
                order.openedAt(),
                order.closedAt(),
                sight.people() ? order.closingReason() : null,
                openTasks(order, locale),
                clocks(desk.clocks(order)),
                desk.references(order).stream()
                        .filter(found -> sight.showsReference(found.kind()))
                        .map(found -> new ReferenceResource(found.kind(), found.partner(), found.value()))
                        .toList(),
                documents(order, sight));
    }

    PageResource of(OrderPage page) {
        return new PageResource(
                page.orders().stream().map(OrderResources::summary).toList(), page.page(), page.pages(), page.total());
    }

    List<EventResource> events(Order order, Locale locale) {
        return views.events(order, caller.sight()).stream()
                .map(event -> event(event, locale))
                .toList();
    }

    /** The latest event of a kind, for whoever has just brought it about. */
    EventResource newest(Order order, String kind, Locale locale) {
        return orders.latest(order.number(), kind)
                .map(event -> event(event, locale))
                .orElseThrow();
    }

    private EventResource event(OrderEvent event, Locale locale) {
        return new EventResource(event.at(), event.actor(), event.kind(), event.facts(), words.sentence(event, locale));
    }

    private List<DocumentResource> documents(Order order, Sight sight) {
        return sight.terms()
                ? documents.of(order.number()).stream()
                        .map(OrderResources::document)
                        .toList()
                : List.of();
    }

    static String state(OrderState state) {
        return state == OrderState.CANCELLING ? OrderState.OPEN.code() : state.code();
    }

    private List<TaskResource> openTasks(Order order, Locale locale) {
        Map<String, Wait> waiting = steps.open(List.of(order.number())).stream()
                .filter(step -> step.waiting() != null)
                .collect(Collectors.toMap(Step::activity, Step::waiting, (first, later) -> first));
        return desk.openTasks(order).stream()
                .map(task -> task(task, waiting.get(task.definitionKey()), locale))
                .toList();
    }

    private TaskResource task(OpenTask task, Wait waiting, Locale locale) {
        return new TaskResource(
                task.id(),
                task.definitionKey(),
                wording.task(task, locale),
                task.assignee(),
                task.candidateGroups(),
                task.created(),
                task.due(),
                waiting == null ? null : new WaitingResource(waiting.turn().code(), waiting.until(), waiting.reason()),
                address + Tasklist.link(task));
    }

    private static ClocksResource clocks(Clocks clocks) {
        return new ClocksResource(
                Wording.days(clocks.belnet()), Wording.days(clocks.customer()), Wording.days(clocks.supplier()));
    }

    static DocumentResource document(Document document) {
        return new DocumentResource(
                document.id(),
                document.kind(),
                document.fileName(),
                document.contentType(),
                document.size(),
                document.sha256(),
                document.addedAt());
    }

    private static SummaryResource summary(Order order) {
        return new SummaryResource(
                order.number(),
                order.service(),
                order.kind(),
                state(order.state()),
                order.turn().code(),
                order.acronym(),
                order.openedAt(),
                order.closedAt());
    }
}
