package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that one contract says and the next does not, fit to print; empty where nothing is known.
 *
 * @param service BAMS or DCS
 * @param language nl, fr, en or de
 * @param address one line each; none where the register has no address, to be completed by hand
 */
record ContractText(
        String service,
        String language,
        String orderNumber,
        String acronym,
        String customer,
        String enterpriseNumber,
        List<String> address,
        String customerReference,
        ContractTerms terms) {

    /** Not in the contract's font. */
    private static final char NARROW_SPACE = '\u202F';

    private static final char NO_BREAK_SPACE = '\u00A0';

    /** The contract of a registered customer; of one unknown to the register with places to complete by hand. */
    static ContractText of(Order order, Optional<Organisation> customer, ContractTerms terms) {
        String language =
                customer.map(Organisation::language).orElse(order.requester().language());
        return new ContractText(
                order.service(),
                language,
                order.number(),
                PlainText.line(customer.map(Organisation::acronym).orElse(order.acronym())),
                PlainText.line(customer.map(Organisation::legalName).orElse(order.acronym())),
                PlainText.line(customer.map(Organisation::enterpriseNumber).orElse(null)),
                customer.map(known -> address(known, language)).orElse(List.of()),
                PlainText.line(order.customerReference()),
                printable(terms));
    }

    /** The price of a year as the contract's language writes an amount. */
    public String price() {
        return NumberFormat.getCurrencyInstance(Locale.forLanguageTag(language + "-BE"))
                .format(terms.euroPerYear())
                .replace(NARROW_SPACE, NO_BREAK_SPACE);
    }

    private static List<String> address(Organisation customer, String language) {
        String place = PlainText.line(customer.postcode() + " " + customer.city());
        return customer.country().equals("BE")
                ? List.of(PlainText.line(customer.street()), place)
                : List.of(PlainText.line(customer.street()), place, country(customer, language));
    }

    private static String country(Organisation customer, String language) {
        return new Locale.Builder()
                .setRegion(customer.country())
                .build()
                .getDisplayCountry(Locale.forLanguageTag(language));
    }

    private static ContractTerms printable(ContractTerms terms) {
        return new ContractTerms(
                PlainText.line(terms.serviceName()),
                PlainText.line(terms.priceLine()),
                terms.euroPerYear(),
                terms.trialDays(),
                terms.annex().stream()
                        .map(line -> new ContractTerms.Line(line.labelKey(), PlainText.of(line.value())))
                        .toList(),
                terms.policies().stream()
                        .map(policy -> new ContractTerms.Policy(policy.code(), PlainText.line(policy.version())))
                        .toList());
    }
}
