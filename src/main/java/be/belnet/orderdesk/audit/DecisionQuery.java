package be.belnet.orderdesk.audit;

import java.time.LocalDate;

/**
 * Which decisions are looked for.
 *
 * @param kind null for all
 * @param about number of an order or of what else was decided about; null for all
 * @param from first day of Brussels; null for all before
 * @param until last day of Brussels; null for all after
 * @param page from 0
 */
public record DecisionQuery(DecisionKind kind, String about, LocalDate from, LocalDate until, int page) {
    public static final int PAGE_SIZE = 50;
}
