package be.belnet.orderdesk.order;

import java.time.LocalDate;

/**
 * Somebody outside Belnet has to act before a step can go on.
 *
 * @param turn customer or supplier
 * @param until day of Brussels on which the step comes back to whoever had it
 * @param reason in the words of who let it wait
 */
public record Wait(Turn turn, LocalDate until, String reason) {
    public Wait {
        if (turn != Turn.CUSTOMER && turn != Turn.SUPPLIER) {
            throw new IllegalArgumentException("Nobody waits for " + turn.code());
        }
    }
}
