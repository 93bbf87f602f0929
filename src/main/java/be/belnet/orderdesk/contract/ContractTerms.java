package be.belnet.orderdesk.contract;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a service's contract promises a customer.
 *
 * @param priceLine code of the tariff's line
 * @param euroPerYear its price, without value added tax
 * @param trialDays from hand-over; 0 when there is no trial period
 * @param annex what was determined with the customer, in the order to print it
 */
public record ContractTerms(
        String serviceName, String priceLine, BigDecimal euroPerYear, int trialDays, List<Line> annex) {
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
