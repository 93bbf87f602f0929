package be.belnet.orderdesk.contract;

import java.util.List;

/**
 * What a service's contract promises a customer.
 *
 * @param priceLine as the tariff words it
 * @param trialDays from hand-over; 0 when there is no trial period
 * @param annex what was determined with the customer, in the order to print it
 */
public record ContractTerms(String serviceName, String priceLine, int trialDays, List<Line> annex) {
    public ContractTerms {
        annex = List.copyOf(annex);
    }

    /**
     * A line of the annex.
     *
     * @param labelKey in the bundle {@code contract}: contract.annex.*
     * @param value as it is printed; a key contract.annex.* is printed as its words in the contract's language
     */
    public record Line(String labelKey, String value) {}
}
