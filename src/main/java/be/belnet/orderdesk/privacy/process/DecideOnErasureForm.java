package be.belnet.orderdesk.privacy.process;

import static be.belnet.orderdesk.privacy.process.DataRequestVariables.ERASURE_DECISION;

import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.privacy.DataRequest;
import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.privacy.PersonDesk;
import be.belnet.orderdesk.privacy.PersonDesk.Prospect;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A manager who had no hand in the request so far sees what would go and what would stay, and approves or refuses. */
@Component
class DecideOnErasureForm implements TaskForm {
    private static final String APPROVE = "approve";

    private final DataRequests requests;
    private final PersonDesk persons;
    private final DataRequestFacts facts;

    DecideOnErasureForm(DataRequests requests, PersonDesk persons, DataRequestFacts facts) {
        this.requests = requests;
        this.persons = persons;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "decide-on-erasure";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Prospect prospect = persons.prospect(context.orderNumber());
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("entries", Integer.toString(prospect.entries()));
        known.put("needing", listed(prospect.needing()));
        known.put(
                "kept",
                listed(prospect.kept().stream()
                        .map(row -> words(row, context.locale()))
                        .distinct()
                        .toList()));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(ERASURE_DECISION.name());
        boolean approved = decision.equals(APPROVE);
        if (approved) {
            requireAnother(context);
            requireClosedOrders(context);
        } else {
            answers.reason();
        }
        requests.decide(context.orderNumber(), approved, answers.text("reason"), context.userId());
        return Map.of(ERASURE_DECISION.name(), decision);
    }

    private void requireAnother(FormContext context) {
        DataRequest request = requests.get(context.orderNumber());
        if (List.of(request.registeredBy(), request.identity().by()).contains(context.userId())) {
            throw new AnswersRefusedException(ERASURE_DECISION.name(), "form.error.fourEyes");
        }
    }

    private void requireClosedOrders(FormContext context) {
        List<String> needing = persons.prospect(context.orderNumber()).needing();
        if (!needing.isEmpty()) {
            throw new AnswersRefusedException(
                    ERASURE_DECISION.name(), "form.error.ordersNeedPerson", String.join(", ", needing));
        }
    }

    private String words(Kept row, Locale locale) {
        return row.until() == null
                ? facts.say("privacy.kept.openEnd", locale, row.what())
                : facts.say("privacy.kept.until", locale, row.what(), WrittenDates.day(row.until(), locale));
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "–" : values.stream().collect(Collectors.joining("; "));
    }
}
