package be.belnet.orderdesk.figures;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long each side may take for a step. */
@Component
class Patience {
    private final FigureProperties properties;
    private final OpeningDays openingDays;
    private final Clock clock;

    Patience(FigureProperties properties, OpeningDays openingDays, Clock clock) {
        this.properties = properties;
        this.openingDays = openingDays;
        this.clock = clock;
    }

    /** What was entered before this moment takes too long: as many opening days have passed since that day. */
    Timestamp endsFor(Turn turn) {
        LocalDate today = BelgianTime.today(clock);
        LocalDate day = today;
        while (openingDays.between(day, today) < properties.stuckAfter(turn)) {
            day = day.minusDays(1);
        }
        return Timestamp.from(day.plusDays(1).atStartOfDay(BRUSSELS).toInstant());
    }
}
