package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days that people choose for the end of a service. */
@Component
class EndDates {
    private final Clock clock;

    EndDates(Clock clock) {
        this.clock = clock;
    }

    /**
     * The day, when it is still ahead.
     *
     * @param day may be null
     * @throws AnswersRefusedException when it is missing, or not after today
     */
    LocalDate ahead(String field, LocalDate day) {
        if (day == null) {
            throw new AnswersRefusedException(field, "form.error.required");
        }
        if (!day.isAfter(BelgianTime.today(clock))) {
            throw new AnswersRefusedException(field, "form.error.notAfterToday");
        }
        return day;
    }
}
