package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the figures; application.yaml says what each is for. */
@Validated
@ConfigurationProperties("orderdesk.figures")
record FigureProperties(
        @NotNull Duration round,
        @Positive int belnetStuckAfter,
        @Positive int customerStuckAfter,
        @Positive int supplierStuckAfter) {

    /** Opening days. */
    int stuckAfter(Turn turn) {
        return switch (turn) {
            case CUSTOMER -> customerStuckAfter;
            case SUPPLIER -> supplierStuckAfter;
            case BELNET, NONE -> belnetStuckAfter;
        };
    }
}
