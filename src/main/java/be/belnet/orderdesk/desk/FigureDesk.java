package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.FigureView.Token;
import be.belnet.orderdesk.desk.FigureViews.Reader;
import be.belnet.orderdesk.failure.FailureRetry;
import be.belnet.orderdesk.figures.Period;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderState;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Figures, search and order files for Cockpit's plug-ins, in the reader's words. */
@RestController
class FigureDesk {
    private final FigureViews views;
    private final OrderDesk orders;
    private final OrderFile files;
    private final FailureRetry failures;
    private final RuntimeService processes;
    private final Caller caller;
    private final FigureWords texts;
    private final Wording wording;

    FigureDesk(
            FigureViews views,
            OrderDesk orders,
            OrderFile files,
            FailureRetry failures,
            RuntimeService processes,
            Caller caller,
            FigureWords texts,
            Wording wording) {
        this.views = views;
        this.orders = orders;
        this.files = files;
        this.failures = failures;
        this.processes = processes;
        this.caller = caller;
        this.texts = texts;
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

    /**
     * What a process instance works on.
     *
     * @param order its number; null where it works on no order
     * @param file path of the order's file
     * @param words what to say of it
     */
    record InstanceOrder(String order, String file, String words) {}

    /** The order of a process instance; one that another has called belongs to the order of that. */
    @GetMapping("/desk/figures/instances/{id}")
    InstanceOrder instance(@PathVariable String id, Principal user, Locale locale) {
        return Optional.ofNullable(caller.inTheEngine(user.getName(), () -> instance(id)))
                .map(ProcessInstance::getBusinessKey)
                .flatMap(files::find)
                .map(order -> new InstanceOrder(
                        order.number(), "/orders/" + order.number(), texts.of("figures.order.open", locale)))
                .orElseGet(() -> new InstanceOrder(null, null, texts.of("figures.order.none", locale)));
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

    private ProcessInstance instance(String id) {
        ProcessInstance here =
                processes.createProcessInstanceQuery().processInstanceId(id).singleResult();
        return here == null || here.getRootProcessInstanceId().equals(id)
                ? here
                : processes
                        .createProcessInstanceQuery()
                        .processInstanceId(here.getRootProcessInstanceId())
                        .singleResult();
    }
}
