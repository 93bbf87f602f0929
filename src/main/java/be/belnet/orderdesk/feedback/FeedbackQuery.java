package be.belnet.orderdesk.feedback;

import java.time.LocalDate;

/**
 * Which feedback is looked for.
 *
 * @param service BAMS or DCS; null for both
 * @param from first day of Brussels; null for all before
 * @param until last day of Brussels; null for all after
 * @param page from 0
 */
public record FeedbackQuery(String service, LocalDate from, LocalDate until, int page) {
    public static final int PAGE_SIZE = 50;
}
