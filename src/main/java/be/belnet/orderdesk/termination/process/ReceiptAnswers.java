package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What forms ask about how and when a notice came. */
@Component
class ReceiptAnswers {
    private static final String POSTED = "postedOn";
    private static final String RECEIVED = "receivedOn";

    private final Clock clock;

    ReceiptAnswers(Clock clock) {
        this.clock = clock;
    }

    /** ISO date of Brussels. */
    String today() {
        return day().toString();
    }

    /** @throws AnswersRefusedException when the days make no sense, or a letter has no barcode */
    Termination.Receipt read(Answers answers, Channel channel) {
        LocalDate posted = answers.date(POSTED);
        LocalDate received = answers.date(RECEIVED);
        List<Refusal> refusals = new ArrayList<>();
        refuse(refusals, posted == null && received == null, RECEIVED, "form.error.required");
        refuse(refusals, isAhead(posted), POSTED, "form.error.dateInFuture");
        refuse(refusals, isAhead(received), RECEIVED, "form.error.dateInFuture");
        boolean backwards = posted != null && received != null && received.isBefore(posted);
        refuse(refusals, backwards, RECEIVED, "form.error.beforePosting");
        boolean withoutBarcode = channel == Channel.REGISTERED_LETTER && !answers.has("barcode");
        refuse(refusals, withoutBarcode, "barcode", "form.error.required");
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return new Termination.Receipt(channel, posted, received, answers.text("barcode"));
    }

    private boolean isAhead(LocalDate day) {
        return day != null && day.isAfter(day());
    }

    private static void refuse(List<Refusal> refusals, boolean applies, String field, String messageKey) {
        if (applies) {
            refusals.add(new Refusal(field, messageKey));
        }
    }

    private LocalDate day() {
        return BelgianTime.today(clock);
    }
}
