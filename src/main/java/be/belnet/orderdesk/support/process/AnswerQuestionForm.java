package be.belnet.orderdesk.support.process;

import static be.belnet.orderdesk.support.process.SupportVariables.ACCOUNT_MANAGER;
import static be.belnet.orderdesk.support.process.SupportVariables.SUPPORT_DECISION;
import static be.belnet.orderdesk.support.process.SupportVariables.SUPPORT_ROUTE;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.StaffOptions;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.support.SupportMails;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The Service Desk answers a question, passes it on to the account manager, or sends its asker to the partner where that
 * takes tickets.
 */
@Component
class AnswerQuestionForm implements TaskForm {
    private static final String ACRONYM = "acronym";
    private static final String ANSWER = "answer";
    private static final String PASS_ON = "passOn";
    private static final String HAND_TO_PARTNER = "handToPartner";

    private final SupportRequests requests;
    private final SupportMails mails;
    private final SupportFacts facts;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final StaffOptions staff;
    private final Tickets tickets;
    private final TaskService tasks;
    private final MessageSource messages;

    AnswerQuestionForm(
            SupportRequests requests,
            SupportMails mails,
            SupportFacts facts,
            OrderFile orders,
            CustomerRegister customers,
            StaffOptions staff,
            Tickets tickets,
            @Lazy TaskService tasks,
            MessageSource messages) {
        this.requests = requests;
        this.mails = mails;
        this.facts = facts;
        this.orders = orders;
        this.customers = customers;
        this.staff = staff;
        this.tickets = tickets;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "answer-question";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        boolean hasPartner = tickets.areTaken(context.orderNumber());
        List<Option> decisions = Stream.of(ANSWER, PASS_ON, HAND_TO_PARTNER)
                .filter(decision -> hasPartner || !decision.equals(HAND_TO_PARTNER))
                .map(decision -> option(decision, context))
                .toList();
        return Map.of(
                SUPPORT_DECISION.name(),
                decisions,
                ACCOUNT_MANAGER.name(),
                staff.membersOf(StaffGroup.CUSTOMER_RELATIONS));
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Order order = orders.get(context.orderNumber());
        Map<String, Object> values = new HashMap<>();
        values.put(SUPPORT_DECISION.name(), proposed(context));
        if (order.acronym() != null) {
            values.put(ACRONYM, order.acronym());
            customers
                    .find(order.acronym())
                    .map(Organisation::accountManager)
                    .ifPresent(usual -> values.put(ACCOUNT_MANAGER.name(), usual));
        }
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String order = context.orderNumber();
        String decision = answers.text(SUPPORT_DECISION.name());
        Optional.ofNullable(answers.text(ACRONYM)).ifPresent(acronym -> keepCustomer(order, acronym));
        if (decision.equals(PASS_ON)) {
            return passOn(order, answers);
        }
        if (decision.equals(ANSWER)) {
            requests.keepAnswer(order, WrittenAnswer.of(answers));
        }
        return Map.of(SUPPORT_DECISION.name(), decision);
    }

    /** What comes back from the account manager is answered here. */
    private String proposed(FormContext context) {
        boolean atFirst = orders.get(context.orderNumber()).accountManager() == null;
        Object route = tasks.getVariable(context.taskId(), SUPPORT_ROUTE.name());
        return atFirst && "accountManager".equals(route) ? PASS_ON : ANSWER;
    }

    private Option option(String decision, FormContext context) {
        String key = "form.answer-question.supportDecision." + decision;
        return new Option(decision, messages.getMessage(key, null, key, context.locale()));
    }

    private void keepCustomer(String order, String acronym) {
        if (acronym.equals(orders.get(order).acronym())) {
            return;
        }
        orders.setCustomer(
                order,
                customers
                        .find(acronym)
                        .map(Organisation::acronym)
                        .orElseThrow(() -> new AnswersRefusedException(ACRONYM, "form.error.unknownAcronym", acronym)));
    }

    private Map<String, Object> passOn(String order, Answers answers) {
        String accountManager = answers.required(ACCOUNT_MANAGER.name());
        requests.passOn(order, accountManager, answers.text("note"));
        mails.passOn(order);
        return Map.of(SUPPORT_DECISION.name(), PASS_ON, ACCOUNT_MANAGER.name(), accountManager);
    }
}
