package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_REVIEW;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a notice ends is not clear, or it cannot be right: the Service Desk finds out, or refuses it. */
@Component
class ReviewNoticeForm implements TaskForm {
    private static final String SUBSCRIPTION = "subscription";

    private final Terminations terminations;
    private final NoticeDesk desk;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final ReceiptAnswers receipts;
    private final NoticeFormFacts facts;

    ReviewNoticeForm(
            Terminations terminations,
            NoticeDesk desk,
            OrderFile orders,
            CustomerRegister customers,
            Subscriptions subscriptions,
            ReceiptAnswers receipts,
            NoticeFormFacts facts) {
        this.terminations = terminations;
        this.desk = desk;
        this.orders = orders;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.receipts = receipts;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "review-notice";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    /** Services of the customer that the file has now; those of another come up when its acronym is entered. */
    @Override
    public Map<String, List<Option>> options(FormContext context) {
        Order order = orders.get(context.orderNumber());
        List<Subscription> running =
                order.acronym() == null ? List.of() : subscriptions.inUse(order.acronym(), order.service());
        return Map.of(
                SUBSCRIPTION,
                running.stream()
                        .map(one -> new Option(Long.toString(one.id()), label(one)))
                        .toList());
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Termination file = terminations.get(context.orderNumber());
        Map<String, Object> values = new HashMap<>();
        put(values, "acronym", orders.get(context.orderNumber()).acronym());
        put(values, SUBSCRIPTION, file.subscription());
        put(values, "postedOn", file.receipt().postedOn());
        put(values, "receivedOn", file.receipt().receivedOn());
        put(values, "barcode", file.receipt().barcode());
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String review = answers.text(NOTICE_REVIEW.name());
        if (review.equals("goOn")) {
            goOn(context, answers);
        } else {
            desk.refuse(context.orderNumber(), answers.reason());
        }
        return Map.of(NOTICE_REVIEW.name(), review);
    }

    private void goOn(FormContext context, Answers answers) {
        Channel channel = terminations.get(context.orderNumber()).receipt().channel();
        Organisation customer = customer(answers.required("acronym"));
        desk.correct(
                context.orderNumber(),
                customer.acronym(),
                picked(answers),
                receipts.read(answers, channel),
                context.userId());
        desk.beside(context.orderNumber()).ifPresent(ReviewNoticeForm::refuseBeside);
    }

    private static void refuseBeside(String other) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.noticeRunning", "", other)));
    }

    private Organisation customer(String acronym) {
        return customers
                .find(acronym)
                .orElseThrow(() -> new AnswersRefusedException("acronym", "form.error.unknownAcronym", acronym));
    }

    private static Long picked(Answers answers) {
        return answers.has(SUBSCRIPTION) ? Long.valueOf(answers.text(SUBSCRIPTION)) : null;
    }

    private String label(Subscription subscription) {
        List<String> domains = subscriptions.domains(subscription.id());
        return Stream.of(
                        OrderFacts.known(
                                Optional.ofNullable(subscription.agreement().contractNumber())
                                        .orElse(subscription.orderNumber())),
                        domains.stream().limit(3).collect(Collectors.joining(", ")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static void put(Map<String, Object> values, String field, Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
