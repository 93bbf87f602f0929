package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.InvoiceLine;
import be.belnet.orderdesk.subscription.Invoicing;
import be.belnet.orderdesk.subscription.PriceLine;
import be.belnet.orderdesk.subscription.PriceLines;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The table for invoicing: what began, changed or ended in a period. */
@Component
class InvoicingViews {
    /** Columns by their code, in order. */
    static final List<String> COLUMNS = List.of(
            "event",
            "on",
            "subscription",
            "service",
            "customer",
            "name",
            "enterpriseNumber",
            "contract",
            "contractStartsOn",
            "priceLine",
            "euroPerYear",
            "formerPriceLine",
            "trialEndsOn",
            "order",
            "customerReference");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Invoicing invoicing;
    private final PriceLines priceLines;
    private final CustomerRegister customers;
    private final OrderFile orders;

    InvoicingViews(Invoicing invoicing, PriceLines priceLines, CustomerRegister customers, OrderFile orders) {
        this.invoicing = invoicing;
        this.priceLines = priceLines;
        this.customers = customers;
        this.orders = orders;
    }

    /** Days from the first to the last one. */
    record Period(LocalDate from, LocalDate to) {
        /** @throws AnswersRefusedException naming each that is missing, no date, or before the other */
        static Period of(Map<String, String> parameters) {
            List<Refusal> refusals = new ArrayList<>();
            LocalDate from = day("from", parameters, refusals);
            LocalDate to = day("to", parameters, refusals);
            if (refusals.isEmpty() && to.isBefore(from)) {
                refusals.add(new Refusal("to", "subscription.invoicing.order"));
            }
            if (!refusals.isEmpty()) {
                throw new AnswersRefusedException(refusals);
            }
            return new Period(from, to);
        }

        private static LocalDate day(String name, Map<String, String> parameters, List<Refusal> refusals) {
            String written = parameters.getOrDefault(name, "").strip();
            try {
                if (DATE.matcher(written).matches()) {
                    return LocalDate.parse(written);
                }
            } catch (DateTimeParseException noSuchDay) {
                refusals.add(new Refusal(name, "form.error.notADate"));
                return null;
            }
            refusals.add(new Refusal(name, written.isEmpty() ? "form.error.required" : "form.error.notADate"));
            return null;
        }
    }

    /** @param event writes what happened */
    Stream<List<String>> rows(Period period, UnaryOperator<String> event) {
        return invoicing.between(period.from(), period.to()).stream().map(line -> row(line, event));
    }

    private List<String> row(InvoiceLine line, UnaryOperator<String> event) {
        Subscription subscription = line.subscription();
        Optional<Organisation> customer = customers.find(subscription.acronym());
        return Stream.<Object>of(
                        event.apply(line.event()),
                        line.on(),
                        subscription.id(),
                        subscription.service(),
                        customer.map(Organisation::acronym).orElse(subscription.acronym()),
                        customer.map(Organisation::legalName).orElse(""),
                        customer.map(Organisation::enterpriseNumber).orElse(""),
                        subscription.agreement().contractNumber(),
                        subscription.agreement().startsOn(),
                        line.priceLine(),
                        priceLines
                                .find(line.priceLine())
                                .map(PriceLine::euroPerYear)
                                .orElse(null),
                        line.formerPriceLine(),
                        subscription.trialEndsOn(),
                        subscription.orderNumber(),
                        reference(subscription))
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private String reference(Subscription subscription) {
        return Optional.ofNullable(subscription.orderNumber())
                .flatMap(orders::find)
                .map(Order::customerReference)
                .orElse("");
    }
}
