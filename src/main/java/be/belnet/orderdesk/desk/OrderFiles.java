package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.privacy.DataRequests;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The order file to be read beside a task or a process instance: what its page shows, without the frame and the forms. */
@Controller
class OrderFiles {
    private static final String MAILS = "MAIL-";
    private static final String NIGHTS = "RECON-";

    private final OrderFile orders;
    private final OrderViews views;
    private final TaskOrders numbers;
    private final DataRequests requests;

    OrderFiles(OrderFile orders, OrderViews views, TaskOrders numbers, DataRequests requests) {
        this.orders = orders;
        this.views = views;
        this.numbers = numbers;
        this.requests = requests;
    }

    @GetMapping("/orders/{number}/file")
    ModelAndView file(@PathVariable String number, Locale locale) {
        return shown(OrderPages.known(orders, number), locale);
    }

    /** Tasks and instances that are about no order lead to the page of what they are about. */
    @GetMapping("/desk/order-file")
    ModelAndView file(
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String instance,
            Principal user,
            Locale locale) {
        String number = number(task, instance, user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return orders.find(number)
                .map(order -> shown(order, locale))
                .orElseGet(() -> elsewhere(number))
                .addObject("here", task);
    }

    /** Path of what a task is about; null for mails, which their form shows whole. */
    String page(String number) {
        if (orders.find(number).isPresent()) {
            return "/orders/" + number;
        }
        if (number.startsWith(MAILS)) {
            return null;
        }
        if (number.startsWith(NIGHTS)) {
            return Area.RECONCILIATION.getPath();
        }
        return requests.find(number).isPresent() ? "/privacy/requests/" + number : "/partners#" + number;
    }

    private Optional<String> number(String task, String instance, String user) {
        return task.isEmpty() ? numbers.ofInstance(instance, user) : numbers.ofTask(task, user);
    }

    private ModelAndView shown(Order order, Locale locale) {
        return new ModelAndView("orders/file")
                .addObject("title", order.number())
                .addObject("order", views.of(order, locale));
    }

    private ModelAndView elsewhere(String number) {
        return new ModelAndView("orders/file").addObject("title", number).addObject("page", page(number));
    }
}
