package be.belnet.orderdesk.subscription;

import java.time.LocalDate;

/**
 * A service that a customer has.
 *
 * @param service BAMS or DCS
 * @param state initial, provisioning, active, migrating or terminated
 * @param trialEndsOn last day of the trial; null when there is none
 */
public record Subscription(
        long id,
        String service,
        String acronym,
        String state,
        String orderNumber,
        String contractNumber,
        String priceLine,
        LocalDate activatedOn,
        LocalDate trialEndsOn) {}
