package be.belnet.orderdesk.intake.process;

import static be.belnet.orderdesk.intake.process.TriageVariables.MAIL_OUTCOME;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.intake.MailKind;
import be.belnet.orderdesk.intake.TriageDesk;
import be.belnet.orderdesk.intake.TriageDesk.Case;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The Service Desk reads a mail that the tables are not sure about, and says what becomes of it. */
@Component
class SortMailForm implements TaskForm {
    private static final Set<String> OF_THEIR_OWN = Set.of("termination", "support", "change");
    /** Why a change has no file of its own where another is open. */
    private static final Set<String> PART_OF_ANOTHER = Set.of("changeUnderWay", "nothingToChange");

    private final TriageDesk triage;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final MailFacts facts;

    SortMailForm(TriageDesk triage, OrderFile orders, CustomerRegister customers, MailFacts facts) {
        this.triage = triage;
        this.orders = orders;
        this.customers = customers;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "sort-mail";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(triage.of(context.orderNumber()), context.locale());
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Case mail = triage.of(context.orderNumber());
        Map<String, Object> values = new HashMap<>();
        proposal(mail).ifPresent(outcome -> values.put("mailOutcome", outcome));
        Optional.ofNullable(mail.acronym()).ifPresent(acronym -> values.put("acronym", acronym));
        Optional.ofNullable(mail.order()).ifPresent(order -> values.put("orderNumber", order));
        Optional.ofNullable(mail.service()).ifPresent(service -> values.put("mailService", service));
        values.put("contactLanguage", mail.language());
        values.put(MailFacts.SHOWN, mail.texts().size());
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String number = context.orderNumber();
        triage.hold(number, answers.text(MailFacts.SHOWN));
        String outcome = answers.text("mailOutcome");
        switch (outcome) {
            case "startBams" -> start(number, "BAMS", answers);
            case "startDcs" -> start(number, "DCS", answers);
            case "addToOrder" -> triage.add(number, order(answers));
            case "notForUs" -> triage.settle(number, answers.text("reason"));
            default -> open(context, MailKind.of(outcome), answers);
        }
        return Map.of(MAIL_OUTCOME.name(), outcome);
    }

    /** An end that is in doubt is not proposed: in a trial, one click more would end the service. */
    private static Optional<String> proposal(Case mail) {
        if (mail.kind() == MailKind.TERMINATION && !mail.certain()) {
            return Optional.empty();
        }
        boolean ofItsOwn = OF_THEIR_OWN.contains(mail.kind().code());
        if (mail.order() != null && (!ofItsOwn || PART_OF_ANOTHER.contains(mail.why()))) {
            return Optional.of("addToOrder");
        }
        if (ofItsOwn) {
            return Optional.of(mail.kind().code());
        }
        return mail.kind() == MailKind.ORDER && mail.service() != null
                ? Optional.of(mail.service().equals("BAMS") ? "startBams" : "startDcs")
                : Optional.empty();
    }

    private void start(String number, String service, Answers answers) {
        String acronym = acronym(answers);
        String language = answers.required("contactLanguage");
        try {
            triage.start(number, service, acronym, language);
        } catch (AnswersRefusedException unfit) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.mailStartsNothing")));
        }
        remark(number, answers);
    }

    private void open(FormContext context, MailKind kind, Answers answers) {
        String service = answers.required("mailService");
        triage.open(context.orderNumber(), kind, service, acronym(answers), answers.text("contract"), context.userId());
        remark(context.orderNumber(), answers);
    }

    private void remark(String number, Answers answers) {
        triage.remark(number, answers.text("reason"));
    }

    /** The acronym in use; null where nobody knows it. */
    private String acronym(Answers answers) {
        String given = answers.text("acronym");
        return given == null
                ? null
                : customers
                        .find(given)
                        .map(Organisation::acronym)
                        .orElseThrow(() -> new AnswersRefusedException("acronym", "form.error.unknownAcronym", given));
    }

    private String order(Answers answers) {
        String number = answers.required("orderNumber");
        return orders.find(number)
                .orElseThrow(() -> new AnswersRefusedException("orderNumber", "form.error.unknownOrder", number))
                .number();
    }
}
