package be.belnet.orderdesk.subscription;

import java.time.LocalDate;

/**
 * What invoices need to know of one subscription.
 *
 * @param event activation, change, customer (another one has it now) or end
 * @param on from this day; of an end the first day without the service
 * @param priceLine null where none was agreed
 * @param formerPriceLine of a change; null otherwise
 */
public record InvoiceLine(
        String event, LocalDate on, Subscription subscription, String priceLine, String formerPriceLine) {}
