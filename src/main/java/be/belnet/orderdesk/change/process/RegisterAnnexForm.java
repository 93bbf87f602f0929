package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.ANNEX_OUTCOME;

import be.belnet.orderdesk.change.ChangeDesk;
import be.belnet.orderdesk.change.ChangeReview;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The annex of a change comes back signed, or the customer does not want it so. */
@Component
class RegisterAnnexForm implements TaskForm {
    private static final String SIGNED_ON = "signedOn";

    private final ChangeDesk desk;
    private final ChangeReview review;
    private final Clock clock;

    RegisterAnnexForm(ChangeDesk desk, ChangeReview review, Clock clock) {
        this.desk = desk;
        this.review = review;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register-annex";
    }

    @Override
    public String scan() {
        return ScanKind.SIGNED_ANNEX.code();
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return review.facts(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of(SIGNED_ON, BelgianTime.today(clock).toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String outcome = answers.text(ANNEX_OUTCOME.name());
        if (outcome.equals("signed")) {
            desk.keepSignature(context.orderNumber(), signedOn(answers));
        } else {
            desk.refuse(context.orderNumber(), answers.reason());
        }
        return Map.of(ANNEX_OUTCOME.name(), outcome);
    }

    private LocalDate signedOn(Answers answers) {
        answers.required(SIGNED_ON);
        return answers.dateUntil(SIGNED_ON, BelgianTime.today(clock));
    }
}
