package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.FigureView.Token;
import be.belnet.orderdesk.desk.FigureViews.Reader;
import be.belnet.orderdesk.failure.FailureRetry;
import be.belnet.orderdesk.figures.Period;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderState;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Figures and search for Cockpit's plug-ins, in the reader's words. */
@RestController
class FiguresApi {
    private final FigureViews views;
    private final OrderDesk orders;
    private final FailureRetry failures;
    private final Caller caller;
    private final Wording wording;

    FiguresApi(FigureViews views, OrderDesk orders, FailureRetry failures, Caller caller, Wording wording) {
        this.views = views;
        this.orders = orders;
        this.failures = failures;
        this.caller = caller;
        this.wording = wording;
    }

    @GetMapping("/desk/figures")
    FigureView first(Principal user, Locale locale, CsrfToken token) {
        return views.of(reader(user, locale), new Token(token.getHeaderName(), token.getToken()));
    }

    @GetMapping("/desk/figures/stuck")
    FigureView.StuckView stuck(@RequestParam(defaultValue = "0") int page, Principal user, Locale locale) {
        return views.stuck(page, reader(user, locale));
    }

    /** @param process key of its definitions */
    @GetMapping("/desk/figures/steps")
    StepFigureView steps(
            @RequestParam String process, @RequestParam(defaultValue = "quarter") String period, Locale locale) {
        return views.steps(process, period(period), locale);
    }

    /**
     * Orders that were found.
     *
     * @param pages at least 1
     */
    record Found(List<FoundOrder> orders, int page, int pages, long total) {}

    record FoundOrder(
            String order, String file, String customer, String what, String state, String turn, String opened) {}

    @GetMapping("/desk/figures/orders")
    Found find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Locale locale) {
        OrderPage found = orders.find(q, null, null, Math.max(0, page));
        return new Found(
                found.orders().stream().map(order -> found(order, locale)).toList(),
                found.page(),
                found.pages(),
                found.total());
    }

    /** @param steps that are tried again */
    record Retried(int steps) {}

    @PostMapping("/desk/figures/failures/{number}/retry")
    Retried retry(@PathVariable String number) {
        return new Retried(failures.retryAll(number));
    }

    static Period period(String code) {
        return Period.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    Reader reader(Principal user, Locale locale) {
        return new Reader(locale, caller.mayReadOrders(user.getName()), caller.mayRetry(user.getName()));
    }

    private FoundOrder found(Order order, Locale locale) {
        return new FoundOrder(
                order.number(),
                "/orders/" + order.number(),
                order.acronym(),
                order.service() + " · " + wording.value("order.kind." + order.kind(), locale),
                wording.value("order.state." + order.state().code(), locale),
                order.state() == OrderState.OPEN
                        ? wording.value("order.turn." + order.turn().code(), locale)
                        : null,
                wording.day(order.openedAt(), locale));
    }
}
