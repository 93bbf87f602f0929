package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What a person says to let a task wait, as page and API send it.
 *
 * @param side customer or supplier
 * @param until ISO date after today, within a year
 */
record WaitRequest(Object side, Object until, Object reason) {
    private static final List<String> SIDES = List.of(Turn.CUSTOMER.code(), Turn.SUPPLIER.code());

    /** @throws AnswersRefusedException naming what is missing or makes no sense */
    Wait read(LocalDate today) {
        if (!(side instanceof String code) || !SIDES.contains(code)) {
            throw new AnswersRefusedException("waitFor", "form.error.notAnOption");
        }
        return new Wait(Turn.of(code), day(today), FreeText.read("waitReason", reason, 1000));
    }

    private LocalDate day(LocalDate today) {
        LocalDate day = date();
        if (!day.isAfter(today)) {
            throw new AnswersRefusedException("waitUntil", "form.error.notAfterToday");
        }
        if (day.isAfter(today.plusYears(1))) {
            throw new AnswersRefusedException("waitUntil", "form.error.tooFarAhead");
        }
        return day;
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(until instanceof String text ? text.strip() : "");
        } catch (DateTimeParseException noDate) {
            throw new AnswersRefusedException("waitUntil", "form.error.notADate");
        }
    }
}
