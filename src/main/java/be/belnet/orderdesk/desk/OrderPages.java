package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
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
    private final OrderSteps steps;
    private final OrderViews views;
    private final Correspondence correspondence;
    private final ScanUploads scans;
    private final Caller caller;
    private final FormProblems problems;
    private final Wording wording;

    OrderPages(
            OrderDesk desk,
            OrderFile orders,
            OrderSteps steps,
            OrderViews views,
            Correspondence correspondence,
            ScanUploads scans,
            Caller caller,
            FormProblems problems,
            Wording wording) {
        this.desk = desk;
        this.orders = orders;
        this.steps = steps;
        this.views = views;
        this.correspondence = correspondence;
        this.scans = scans;
        this.caller = caller;
        this.problems = problems;
        this.wording = wording;
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
        model.addAttribute("found", found);
        model.addAttribute("rows", rows(found.orders(), locale));
        return "orders/list";
    }

    @GetMapping("/orders/{number}")
    String order(@PathVariable String number, Model model, Principal user, Locale locale) {
        model.addAllAttributes(attributes(known(number), user, locale));
        return "orders/order";
    }

    @GetMapping("/orders/{number}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable long id) {
        return orders.document(number, id)
                .map(document -> Downloads.attachment(document, orders.content(document)))
                .orElseThrow(OrderPages::nothing);
    }

    @PostMapping("/orders/{number}/documents")
    ModelAndView addScan(
            @PathVariable String number,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        Order order = known(number);
        try {
            scans.add(order.number(), kind, file);
            flash.addFlashAttribute("notice", "scan.added");
            return new ModelAndView("redirect:/orders/" + order.number());
        } catch (AnswersRefusedException refused) {
            return refusedPage(order, user, locale)
                    .addObject("scanProblems", words(refused))
                    .addObject("scanKind", kind);
        }
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
        return leave(known(number), "withdrawal", reason, user, locale, flash);
    }

    @PostMapping("/orders/{number}/cancellation")
    ModelAndView cancel(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        return leave(known(number), "cancellation", reason, user, locale, flash);
    }

    private ModelAndView leave(
            Order order, String way, String reason, Principal user, Locale locale, RedirectAttributes flash) {
        try {
            leave(order, way, LeavingReason.read(reason));
            flash.addFlashAttribute("notice", "order." + way + ".done");
            return new ModelAndView("redirect:/orders/" + order.number());
        } catch (AnswersRefusedException refused) {
            return refusedPage(order, user, locale)
                    .addObject("refusedWay", way)
                    .addObject("problems", words(refused))
                    .addObject("reason", reason);
        } catch (OrderClosedException closed) {
            flash.addFlashAttribute("failure", "order.withdrawal.closed");
            return new ModelAndView("redirect:/orders/" + order.number());
        }
    }

    private void leave(Order order, String way, String reason) {
        if (way.equals("withdrawal")) {
            desk.withdraw(order.number(), reason);
        } else {
            desk.cancel(order.number(), reason);
        }
    }

    private ModelAndView refusedPage(Order order, Principal user, Locale locale) {
        return new ModelAndView("orders/order", HttpStatus.BAD_REQUEST).addAllObjects(attributes(order, user, locale));
    }

    private List<String> words(AnswersRefusedException refused) {
        return problems.of(refused).stream().map(Problem::message).toList();
    }

    private Map<String, Object> attributes(Order order, Principal user, Locale locale) {
        return Map.of(
                "area",
                "orders",
                "order",
                views.of(order, locale),
                "mayLeave",
                order.state() == OrderState.OPEN && caller.mayActOnOrders(user.getName()),
                "mayAddScan",
                caller.mayActOnOrders(user.getName()),
                "scanKinds",
                Arrays.stream(ScanKind.values()).map(ScanKind::code).toList(),
                "maySeeCustomer",
                order.acronym() != null && caller.maySeeCustomers(user.getName()));
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
        return orders.find(number).orElseThrow(OrderPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
