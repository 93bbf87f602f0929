package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_DECISION;

import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A manager decides on what the rule leaves open: a few days late, Belnet's own notice, other evidence, another day. */
@Component
class DecideOnNoticeForm implements TaskForm {
    private static final String ON_TIME = "onTime";
    private static final String BY_RULE = "byRule";
    private static final String REFUSE = "refuse";
    private static final String ENDS_ON = "exceptionEndsOn";

    private final NoticeDesk desk;
    private final Terminations terminations;
    private final FourEyes fourEyes;
    private final NoticeFormFacts facts;
    private final EndDates days;
    private final MessageSource messages;

    DecideOnNoticeForm(
            NoticeDesk desk,
            Terminations terminations,
            FourEyes fourEyes,
            NoticeFormFacts facts,
            EndDates days,
            MessageSource messages) {
        this.desk = desk;
        this.terminations = terminations;
        this.fourEyes = fourEyes;
        this.facts = facts;
        this.days = days;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "decide-on-notice";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    /** Nobody is late who came in time. */
    @Override
    public Map<String, List<Option>> options(FormContext context) {
        Stream<String> late = desk.onTime(context.orderNumber()).stream().map(day -> ON_TIME);
        return Map.of(
                NOTICE_DECISION.name(),
                Stream.concat(late, Stream.of(BY_RULE, "exception", REFUSE))
                        .map(one -> new Option(one, say(one, context)))
                        .toList());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        fourEyes.check(context);
        String number = context.orderNumber();
        String decision = answers.text(NOTICE_DECISION.name());
        String reason = decision.equals(BY_RULE) ? answers.text("reason") : answers.reason();
        if (decision.equals(REFUSE)) {
            desk.refuse(number, reason);
        } else {
            desk.grant(number, decision, endsOn(number, decision, answers), reason);
        }
        return Map.of(NOTICE_DECISION.name(), decision);
    }

    private LocalDate endsOn(String number, String decision, Answers answers) {
        return switch (decision) {
            case ON_TIME -> desk.onTime(number).orElseThrow();
            case BY_RULE -> terminations.get(number).reckoning().endsOn();
            default -> days.ahead(ENDS_ON, answers.date(ENDS_ON));
        };
    }

    private String say(String decision, FormContext context) {
        return messages.getMessage("form.decide-on-notice.noticeDecision." + decision, null, context.locale());
    }
}
