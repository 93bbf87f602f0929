package be.belnet.orderdesk.subscription;

import java.time.LocalDate;
import java.util.List;

/**
 * What an order brought.
 *
 * @param trialEndsOn null when there is no trial
 * @param domains lower case, with A-labels
 */
public record Activation(
        String service,
        String acronym,
        String orderNumber,
        Agreement agreement,
        LocalDate activatedOn,
        LocalDate trialEndsOn,
        PartnerReferences references,
        List<String> domains) {
    public Activation {
        domains = List.copyOf(domains);
    }
}
