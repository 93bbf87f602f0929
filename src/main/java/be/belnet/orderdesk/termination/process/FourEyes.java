package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody who registered a notice decides on it, of whatever group; nobody at all cannot be told apart. */
@Component
class FourEyes {
    private final Terminations terminations;

    FourEyes(Terminations terminations) {
        this.terminations = terminations;
    }

    /** @throws AnswersRefusedException when it is the same person */
    void check(FormContext context) {
        if (context.userId() == null
                || terminations.registrants(context.orderNumber()).contains(context.userId())) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.sameRegistrant")));
        }
    }
}
