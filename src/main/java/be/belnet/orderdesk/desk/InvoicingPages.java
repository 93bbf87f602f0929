package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.desk.InvoicingViews.Period;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What account managers send to invoicing. */
@Controller
class InvoicingPages {
    /** Keys of the words above the columns, in the order of {@link InvoicingViews#COLUMNS}. */
    private static final List<String> HEAD = List.of(
            "subscription.invoicing.event",
            "subscription.invoicing.on",
            "subscription.column.id",
            "subscription.column.service",
            "subscription.column.customer",
            "subscription.column.name",
            "subscription.invoicing.enterprise",
            "subscription.column.contract",
            "subscription.column.contractStart",
            "subscription.column.priceLine",
            "subscription.invoicing.euro",
            "subscription.invoicing.former",
            "subscription.column.trial",
            "subscription.column.order",
            "subscription.invoicing.reference");

    private final InvoicingViews views;
    private final RefusedPage refusedPage;
    private final MessageSource messages;
    private final Clock clock;

    InvoicingPages(InvoicingViews views, RefusedPage refusedPage, MessageSource messages, Clock clock) {
        this.views = views;
        this.refusedPage = refusedPage;
        this.messages = messages;
        this.clock = clock;
    }

    /** Asks for the period; the last month is proposed. */
    @GetMapping("/subscriptions/invoicing")
    ModelAndView page() {
        LocalDate thisMonth = BelgianTime.today(clock).withDayOfMonth(1);
        return page(thisMonth.minusMonths(1).toString(), thisMonth.minusDays(1).toString());
    }

    /** The table; the page with what is wrong, where the period makes no sense. */
    @GetMapping("/subscriptions/invoicing.csv")
    ModelAndView file(@RequestParam Map<String, String> parameters, Locale locale) {
        try {
            Period period = Period.of(parameters);
            return new ModelAndView(new CsvView(
                    CsvText.FOR_SPREADSHEETS,
                    "invoicing-%s-%s.csv".formatted(period.from(), period.to()),
                    HEAD.stream()
                            .map(key -> messages.getMessage(key, null, locale))
                            .toList(),
                    views.rows(
                            period,
                            event -> messages.getMessage("subscription.invoicing.event." + event, null, locale))));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(
                    page(parameters.getOrDefault("from", ""), parameters.getOrDefault("to", "")), refused);
        }
    }

    private static ModelAndView page(String from, String to) {
        return new ModelAndView("subscriptions/invoicing")
                .addObject("area", "subscriptions")
                .addObject("from", from)
                .addObject("to", to);
    }
}
