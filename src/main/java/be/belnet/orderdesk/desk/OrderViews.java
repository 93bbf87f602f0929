package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.desk.OrderView.Compared;
import be.belnet.orderdesk.desk.OrderView.DocumentLine;
import be.belnet.orderdesk.desk.OrderView.Entry;
import be.belnet.orderdesk.desk.OrderView.MailLine;
import be.belnet.orderdesk.desk.OrderView.Pair;
import be.belnet.orderdesk.desk.OrderView.ReferenceLine;
import be.belnet.orderdesk.desk.OrderView.Side;
import be.belnet.orderdesk.desk.OrderView.Standing;
import be.belnet.orderdesk.desk.OrderView.Waiting;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.order.Clocks;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.security.StaffGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the page of an order shows. */
@Component
class OrderViews {
    /** Kinds of files that are left in their own words. */
    private static final Set<String> LEAVING = Set.of("order", "termination", "change");

    private final OrderDesk desk;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderSteps steps;
    private final Failures failures;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final OpeningDays openingDays;
    private final EventWords words;
    private final Wording wording;
    private final Caller caller;
    private final Clock clock;

    OrderViews(
            OrderDesk desk,
            OrderFile orders,
            OrderDocuments documents,
            OrderSteps steps,
            Failures failures,
            CustomerRegister customers,
            Correspondence correspondence,
            OpeningDays openingDays,
            EventWords words,
            Wording wording,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.documents = documents;
        this.steps = steps;
        this.failures = failures;
        this.customers = customers;
        this.correspondence = correspondence;
        this.openingDays = openingDays;
        this.words = words;
        this.wording = wording;
        this.caller = caller;
        this.clock = clock;
    }

    /** As whoever is signed in may see it. */
    OrderView of(Order order, Locale locale) {
        Sight sight = caller.sight();
        return new OrderView(
                order.number(),
                order.service(),
                wording.value("order.kind." + order.kind(), locale),
                order.state().code(),
                wording.value("order.state." + order.state().code(), locale),
                order.turn().code(),
                wording.value("order.turn." + order.turn().code(), locale),
                order.acronym(),
                customers.find(order.acronym()).map(Organisation::legalName).orElse(null),
                wording.moment(order.openedAt(), locale),
                wording.moment(order.closedAt(), locale),
                sight.people() ? order.closingReason() : null,
                sight.people() ? order.request() : null,
                sight.people() ? requester(order, locale) : null,
                sight.people() ? order.ticketReference() : null,
                sight.terms() ? order.customerReference() : null,
                order.accountManager() == null ? null : wording.person(order.accountManager()),
                standings(order, locale),
                sides(desk.clocks(order), locale),
                timeline(order, sight, locale),
                determined(order, sight, locale),
                comparison(order, sight, locale),
                references(order, sight, locale),
                documents(order, sight, locale),
                mails(order, sight, locale),
                LEAVING.contains(order.kind()) ? order.kind() : "file",
                consequences(order, true, locale),
                consequences(order, false, locale));
    }

    /** In words where an open order stands, the side that has to act first. */
    String standing(List<Step> open, Locale locale) {
        return open.stream()
                .sorted(Comparator.comparing(Step::turn))
                .map(step -> wording.step(step.activity(), locale))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private OrderView.Requester requester(Order order, Locale locale) {
        String language = Locale.forLanguageTag(order.requester().language()).getDisplayLanguage(locale);
        return new OrderView.Requester(
                order.requester().name(),
                order.requester().email(),
                order.requester().phone(),
                language);
    }

    /** What stands at the same place several times is one line. */
    private List<Standing> standings(Order order, Locale locale) {
        List<OpenTask> tasks = desk.openTasks(order);
        Map<Place, List<Step>> open = steps.of(order.number()).stream()
                .filter(step -> step.leftAt() == null)
                .sorted(Comparator.comparing(Step::turn))
                .collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()));
        Map<List<String>, List<FailedStep>> failed = failures.ofOrder(order.number()).stream()
                .collect(Collectors.groupingBy(
                        step -> List.of(step.activity(), step.words()), LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                        failed.values().stream().map(same -> failed(same, locale)),
                        open.values().stream().map(same -> standing(same, tasks, locale)))
                .toList();
    }

    /** Where steps are alike for whoever reads of them. */
    private record Place(String activity, Turn turn, Wait waiting) {
        private static Place of(Step step) {
            return new Place(step.activity(), step.turn(), step.waiting());
        }
    }

    /** The one that is due first. */
    private static Optional<OpenTask> task(List<OpenTask> tasks, Step step) {
        return tasks.stream()
                .filter(task -> task.definitionKey().equals(step.activity()))
                .min(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** @param same as they were entered */
    private Standing standing(List<Step> same, List<OpenTask> tasks, Locale locale) {
        Step step = same.get(0);
        Optional<OpenTask> task = task(tasks, step);
        Optional<Instant> due = task.map(OpenTask::due);
        return new Standing(
                step.turn().code(),
                wording.step(step.activity(), locale),
                same.size(),
                wording.moment(step.enteredAt(), locale),
                openingDays.between(day(step.enteredAt()), day(clock.instant())),
                task.map(open -> who(open, locale)).orElse(null),
                due.map(at -> wording.day(at, locale)).orElse(null),
                step.waiting() == null
                        && due.filter(at -> at.isBefore(clock.instant())).isPresent(),
                task.map(OpenTask::id).orElse(null),
                task.map(Tasklist::link).orElse(null),
                step.waiting() == null ? null : waiting(step.waiting(), locale),
                null);
    }

    /** The engine has taken back that the steps were entered, so nothing else tells of them. */
    private Standing failed(List<FailedStep> same, Locale locale) {
        FailedStep step = same.get(0);
        return new Standing(
                Turn.BELNET.code(),
                wording.step(step.activity(), locale),
                same.size(),
                wording.moment(step.failedAt(), locale),
                openingDays.between(day(step.failedAt()), day(clock.instant())),
                wording.group(StaffGroup.SERVICE_OPERATIONS.id(), locale),
                null,
                false,
                null,
                null,
                null,
                wording.value("order.failed", locale, step.words()));
    }

    private Waiting waiting(Wait wait, Locale locale) {
        return new Waiting(
                wording.value("order.waiting." + wait.turn().code(), locale, wording.day(wait.until(), locale)),
                wait.reason());
    }

    private String who(OpenTask task, Locale locale) {
        return task.assignee() != null
                ? wording.person(task.assignee())
                : task.candidateGroups().stream()
                        .map(group -> wording.group(group, locale))
                        .collect(Collectors.joining(", "));
    }

    private List<Side> sides(Clocks clocks, Locale locale) {
        long all = Math.max(
                1,
                clocks.belnet().plus(clocks.customer()).plus(clocks.supplier()).toMinutes());
        int belnet = share(clocks.belnet(), all);
        int customer = share(clocks.customer(), all);
        int supplier = share(clocks.supplier(), all);
        return List.of(
                side(Turn.BELNET, clocks.belnet(), 0, belnet, locale),
                side(Turn.CUSTOMER, clocks.customer(), belnet, customer, locale),
                side(Turn.SUPPLIER, clocks.supplier(), belnet + customer, supplier, locale));
    }

    private Side side(Turn turn, Duration spent, int start, int width, Locale locale) {
        return new Side(
                turn.code(),
                wording.value("order.side." + turn.code(), locale),
                wording.days(spent, locale),
                start,
                width);
    }

    private static int share(Duration spent, long allMinutes) {
        return Math.toIntExact(Math.round(100.0 * spent.toMinutes() / allMinutes));
    }

    /** Events as whoever sees so much may read them, oldest first. */
    List<OrderEvent> events(Order order, Sight sight) {
        return orders.events(order.number()).stream()
                .filter(sight::shows)
                .map(event -> sight.isWhole() ? event : sight.told(event, caller.isOfOperations(event.actor())))
                .toList();
    }

    private List<DocumentLine> documents(Order order, Sight sight, Locale locale) {
        return sight.terms()
                ? documents.of(order.number()).stream()
                        .map(document -> document(document, locale))
                        .toList()
                : List.of();
    }

    private List<MailLine> mails(Order order, Sight sight, Locale locale) {
        return sight.terms()
                ? correspondence.of(order.number()).stream()
                        .map(mail -> mail(mail, locale))
                        .toList()
                : List.of();
    }

    private List<Entry> timeline(Order order, Sight sight, Locale locale) {
        List<Entry> newestFirst = new ArrayList<>(
                events(order, sight).stream().map(event -> entry(event, locale)).toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private Entry entry(OrderEvent event, Locale locale) {
        return new Entry(
                wording.moment(event.at(), locale),
                words.actor(event, locale),
                words.sentence(event, locale),
                words.quote(event, locale).orElse(null));
    }

    private List<Pair> determined(Order order, Sight sight, Locale locale) {
        Map<String, String> values = new LinkedHashMap<>();
        desk.determined(order).stream()
                .filter(detail -> sight.showsDetail(detail.labelKey()))
                .forEach(detail -> values.merge(
                        detail.labelKey(), detail(detail.value(), locale), (before, next) -> before + "\n" + next));
        return values.entrySet().stream()
                .map(value -> new Pair(wording.value(value.getKey(), locale), value.getValue()))
                .toList();
    }

    private List<Compared> comparison(Order order, Sight sight, Locale locale) {
        return desk.comparisons(order).stream()
                .filter(one -> sight.showsDetail(one.labelKey()))
                .map(one -> new Compared(
                        wording.value(one.labelKey(), locale),
                        lines(one.before(), locale),
                        lines(one.after(), locale),
                        one.changed()))
                .toList();
    }

    private List<String> lines(List<String> values, Locale locale) {
        return values.isEmpty()
                ? List.of("–")
                : values.stream().map(value -> wording.value(value, locale)).toList();
    }

    private String detail(String value, Locale locale) {
        return Stream.of(value.split(Detail.BETWEEN))
                .map(part -> wording.date(wording.value(part, locale), locale))
                .collect(Collectors.joining(Detail.BETWEEN));
    }

    private List<ReferenceLine> references(Order order, Sight sight, Locale locale) {
        return desk.references(order).stream()
                .filter(found -> sight.showsReference(found.kind()))
                .map(found -> new ReferenceLine(
                        wording.value("reference." + found.kind(), locale),
                        found.partner(),
                        found.value(),
                        found.kept()))
                .toList();
    }

    private DocumentLine document(Document document, Locale locale) {
        return new DocumentLine(
                document.id(),
                wording.value("document." + document.kind(), locale),
                document.fileName(),
                String.format(locale, "%,d kB", Math.max(1, document.size() / 1024)),
                document.sha256(),
                wording.moment(document.addedAt(), locale));
    }

    private MailLine mail(SentMail mail, Locale locale) {
        return new MailLine(
                mail.id(),
                mail.subject(),
                mail.to().name(),
                mail.to().email(),
                wording.value("fact.role." + mail.to().role(), locale),
                wording.moment(mail.writtenAt(), locale),
                mail.sentAt() == null ? null : wording.moment(mail.sentAt(), locale),
                mail.bounced(),
                mail.text(),
                mail.attachments());
    }

    private List<String> consequences(Order order, boolean undone, Locale locale) {
        return desk.consequences(order).stream()
                .filter(one -> one.undone() == undone)
                .map(one -> wording.value("leaving." + one.key(), locale, one.reference()))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(BRUSSELS).toLocalDate();
    }
}
