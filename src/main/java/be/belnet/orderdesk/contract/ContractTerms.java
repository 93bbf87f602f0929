package be.belnet.orderdesk.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a service's contract promises a customer.
 *
 * @param priceLine code of the tariff's line
 * @param euroPerYear its price, without value added tax
 * @param trialDays from hand-over; 0 when there is no trial period
 * @param annex what was determined with the customer, in the order to print it
 * @param policies whose rules the customer accepts by signing, in the order to print them; may be empty
 */
public record ContractTerms(
        String serviceName,
        String priceLine,
        BigDecimal euroPerYear,
        int trialDays,
        List<Line> annex,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Policy> policies) {
    public ContractTerms {
        annex = List.copyOf(annex);
        policies = List.copyOf(policies);
    }

    /** Terms without policies. */
    public ContractTerms(
            String serviceName, String priceLine, BigDecimal euroPerYear, int trialDays, List<Line> annex) {
        this(serviceName, priceLine, euroPerYear, trialDays, annex, List.of());
    }

    /**
     * Rules that signing accepts.
     *
     * @param code its words stand in the bundle {@code contract}: contract.policy.&lt;code&gt;
     * @param version as whoever made the rules writes it
     */
    public record Policy(String code, String version) {}

    /**
     * A line of the annex.
     *
     * @param labelKey in the bundle {@code contract}: contract.annex.*
     * @param value as it is printed; a key contract.annex.* is printed as its words in the contract's language
     */
    public record Line(String labelKey, String value) {}
}
