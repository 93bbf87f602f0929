package be.belnet.orderdesk.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An annex to a contract: what changes in it, to be signed by both.
 *
 * @param number of the change's file
 * @param serviceName as contracts write it
 * @param contractNumber null where none is known
 * @param contractStartsOn null where it is not known
 * @param formerPriceLine code of the tariff's line; null where none is known
 * @param priceLine the same from the change on
 * @param euroPerYear its price, without value added tax; null where none is known
 * @param rows in the customer's language
 */
public record ChangeAnnex(
        String number,
        String service,
        String serviceName,
        String contractNumber,
        LocalDate contractStartsOn,
        String formerPriceLine,
        String priceLine,
        BigDecimal euroPerYear,
        List<Row> rows) {
    /** One line of both columns. */
    public record Row(String label, List<String> before, List<String> after, boolean changed) {}
}
