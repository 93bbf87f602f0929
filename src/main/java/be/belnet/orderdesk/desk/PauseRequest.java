package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/**
 * What a person says to pause a partner, as page and API send it.
 *
 * @param until date and time of Brussels, within the next thirty days
 */
record PauseRequest(Object until, Object reason) {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final String FIELD = "pauseUntil";

    /** What is left of it when it makes sense. */
    record Read(Instant until, String reason) {}

    /** @throws AnswersRefusedException naming what is missing or makes no sense */
    Read read(Instant now) {
        Instant moment = moment();
        if (!moment.isAfter(now)) {
            throw new AnswersRefusedException(FIELD, "form.error.dateInPast");
        }
        if (moment.isAfter(now.plus(LONGEST))) {
            throw new AnswersRefusedException(FIELD, "form.error.pauseTooLong");
        }
        return new Read(moment, FreeText.read("pauseReason", reason, 1000));
    }

    private Instant moment() {
        try {
            String given = until instanceof String text ? text.strip() : "";
            return LocalDateTime.parse(given).atZone(BRUSSELS).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new AnswersRefusedException(FIELD, "form.error.notADate");
        }
    }
}
