package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.desk.OrderSheet.Reader;
import be.belnet.orderdesk.desk.OrderSheet.Sent;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The order file as pages: where every order stands, and all there is about one. */
@Controller
class OrderPages {
    private static final List<OrderState> STATES = Arrays.stream(OrderState.values())
            .filter(state -> state != OrderState.CANCELLING)
            .toList();

    private final OrderDesk desk;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderSteps steps;
    private final OrderViews views;
    private final Correspondence correspondence;
    private final ScanUploads scans;
    private final OrderSheet sheet;
    private final Wording wording;
    private final Caller caller;

    OrderPages(
            OrderDesk desk,
            OrderFile orders,
            OrderDocuments documents,
            OrderSteps steps,
            OrderViews views,
            Correspondence correspondence,
            ScanUploads scans,
            OrderSheet sheet,
            Wording wording,
            Caller caller) {
        this.desk = desk;
        this.orders = orders;
        this.documents = documents;
        this.steps = steps;
        this.views = views;
        this.correspondence = correspondence;
        this.scans = scans;
        this.sheet = sheet;
        this.wording = wording;
        this.caller = caller;
    }

    /** An order number goes straight to its order. */
    @GetMapping("/orders")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        String number = q.strip().toUpperCase(Locale.ROOT);
        if (orders.find(number).isPresent()) {
            return "redirect:/orders/" + number;
        }
        OrderState asked = STATES.stream()
                .filter(known -> known.code().equals(state))
                .findFirst()
                .orElse(null);
        OrderPage found = desk.find(q, asked, service.isEmpty() ? null : service, page);
        model.addAttribute("area", "orders");
        model.addAttribute("q", q);
        model.addAttribute("state", asked == null ? "" : asked.code());
        model.addAttribute("service", service);
        model.addAttribute("states", STATES.stream().map(OrderState::code).toList());
        model.addAttribute("services", desk.services());
        model.addAttribute("showsPeople", caller.sight().people());
        model.addAttribute("found", found);
        model.addAttribute("rows", rows(found.orders(), locale));
        return "orders/list";
    }

    /** @param task opens with the form that lets this one wait; may be empty */
    @GetMapping("/orders/{number}")
    ModelAndView order(
            @PathVariable String number, @RequestParam(defaultValue = "") String task, Principal user, Locale locale) {
        return sheet.of(known(number), user, locale).addObject("asked", task);
    }

    @GetMapping("/orders/{number}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable long id) {
        return documents
                .find(number, id)
                .map(document -> Downloads.attachment(document, documents.content(document)))
                .orElseThrow(OrderPages::nothing);
    }

    /** In the browser's own reader where it is a PDF, else as a file. */
    @GetMapping("/orders/{number}/documents/{id}/view")
    ResponseEntity<byte[]> view(@PathVariable String number, @PathVariable long id) {
        return documents
                .find(number, id)
                .map(document -> Downloads.inline(document, documents.content(document)))
                .orElseThrow(OrderPages::nothing);
    }

    @PostMapping("/orders/{number}/documents")
    ModelAndView addScan(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.act(known(number), new Sent("scan", Map.of("kind", kind)), new Reader(user, locale, flash), () -> {
            scans.add(number, kind, file);
            return "scan.added";
        });
    }

    @GetMapping("/orders/{number}/mails/{id}")
    ResponseEntity<String> mail(@PathVariable String number, @PathVariable long id) {
        return correspondence
                .find(number, id)
                .map(SentMail::html)
                .map(Downloads::mail)
                .orElseThrow(OrderPages::nothing);
    }

    @PostMapping("/orders/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.act(
                known(number),
                new Sent("withdrawal", Map.of("reason", reason)),
                new Reader(user, locale, flash),
                () -> {
                    desk.withdraw(number, FreeText.reason(reason));
                    return "order.withdrawal.done";
                });
    }

    @PostMapping("/orders/{number}/cancellation")
    ModelAndView cancel(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.act(
                known(number),
                new Sent("cancellation", Map.of("reason", reason)),
                new Reader(user, locale, flash),
                () -> {
                    desk.cancel(number, FreeText.reason(reason));
                    return "order.cancellation.done";
                });
    }

    /** One line of the list. */
    record Row(Order order, String opened, String standing) {}

    private List<Row> rows(List<Order> found, Locale locale) {
        Map<String, List<Step>> open = steps
                .open(found.stream().map(Order::number).toList())
                .stream()
                .collect(Collectors.groupingBy(Step::orderNumber));
        return found.stream()
                .map(order -> new Row(
                        order,
                        wording.day(order.openedAt(), locale),
                        views.standing(open.getOrDefault(order.number(), List.of()), locale)))
                .toList();
    }

    private Order known(String number) {
        return known(orders, number);
    }

    /** The order of this number, else the page that says that nothing is here. */
    static Order known(OrderFile orders, String number) {
        return orders.find(number).orElseThrow(OrderPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
