package be.belnet.orderdesk.subscription;

import java.time.LocalDate;

/**
 * Notice of a subscription counts; listeners work in the same transaction.
 *
 * @param endsOn first day without the service
 * @param file number of the notice's file
 */
public record NoticeGiven(long subscription, LocalDate endsOn, String file) {}
