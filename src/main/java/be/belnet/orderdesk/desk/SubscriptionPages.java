package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What customers have: all subscriptions, and each with its history. */
@Controller
class SubscriptionPages {
    private static final String FILE = "/subscriptions/subscriptions.csv";

    private final Subscriptions subscriptions;
    private final SubscriptionViews views;
    private final Caller caller;
    private final RefusedPage refusedPage;

    SubscriptionPages(Subscriptions subscriptions, SubscriptionViews views, Caller caller, RefusedPage refusedPage) {
        this.subscriptions = subscriptions;
        this.views = views;
        this.caller = caller;
        this.refusedPage = refusedPage;
    }

    @GetMapping(SubscriptionViews.BOARD)
    ModelAndView list(@RequestParam Map<String, String> parameters, Principal user, Locale locale) {
        SubscriptionFilter filter = SubscriptionFilter.of(parameters);
        try {
            return page(filter, user).addObject("view", views.of(filter, locale));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page(filter, user), refused);
        }
    }

    /** What is looked for as a table; the page with what is wrong, where it cannot be looked for. */
    @GetMapping(FILE)
    ModelAndView file(@RequestParam Map<String, String> parameters, Principal user, Locale locale) {
        SubscriptionFilter filter = SubscriptionFilter.of(parameters);
        try {
            return new ModelAndView(new CsvView(
                    CsvText.FOR_SPREADSHEETS,
                    "subscriptions.csv",
                    views.head(locale),
                    views.table(filter.read(), locale)));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page(filter, user), refused);
        }
    }

    @GetMapping("/subscriptions/{id:\\d{1,18}}")
    ModelAndView subscription(@PathVariable long id, Principal user, Locale locale) {
        Subscription subscription =
                subscriptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("subscriptions/subscription")
                .addObject("area", "subscriptions")
                .addObject("sheet", views.sheet(subscription, locale))
                .addObject("maySeeCustomers", caller.maySeeCustomers(user.getName()));
    }

    private ModelAndView page(SubscriptionFilter filter, Principal user) {
        return new ModelAndView("subscriptions/list")
                .addObject("area", "subscriptions")
                .addObject("filter", filter)
                .addObject("services", SubscriptionFilter.SERVICES)
                .addObject(
                        "states",
                        Arrays.stream(SubscriptionState.values())
                                .map(SubscriptionState::code)
                                .toList())
                .addObject("file", filter.with("page", "").at(FILE))
                .addObject("mayInvoice", caller.mayInvoice(user.getName()))
                .addObject("mayImport", caller.mayImport(user.getName()))
                .addObject("maySeeCustomers", caller.maySeeCustomers(user.getName()));
    }
}
