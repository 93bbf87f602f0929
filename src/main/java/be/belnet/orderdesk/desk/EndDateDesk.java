package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.termination.TerminationProcess;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody else decide whether a service ends on another day than its customer was told. */
@Service
@Transactional
class EndDateDesk {
    private final TerminationProcess process;
    private final Clock clock;

    EndDateDesk(TerminationProcess process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    boolean mayAsk(Order order) {
        return order.state() == OrderState.OPEN && process.waitsForLastDay(order.number());
    }

    /**
     * @param endsOn first day without the service, as an ISO date
     * @throws AnswersRefusedException when the request makes no sense
     * @throws be.belnet.orderdesk.order.OrderClosedException when the file does not wait for its last day
     */
    void ask(String userId, Order order, Object endsOn, Object reason) {
        LocalDate day = day(endsOn);
        if (!day.isAfter(BelgianTime.today(clock))) {
            throw new AnswersRefusedException("endsOn", "form.error.notAfterToday");
        }
        process.askForNewDate(order.number(), day, FreeText.reason(reason), userId);
    }

    private static LocalDate day(Object given) {
        try {
            return LocalDate.parse(given instanceof String text ? text.strip() : "");
        } catch (DateTimeParseException noDate) {
            throw new AnswersRefusedException("endsOn", "form.error.notADate");
        }
    }
}
