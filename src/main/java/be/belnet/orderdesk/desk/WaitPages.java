package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.OrderSheet.Reader;
import be.belnet.orderdesk.desk.OrderSheet.Sent;
import be.belnet.orderdesk.order.OrderFile;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of an order's page that let its tasks wait. */
@Controller
class WaitPages {
    private final OrderFile orders;
    private final WaitDesk waits;
    private final OrderSheet sheet;

    WaitPages(OrderFile orders, WaitDesk waits, OrderSheet sheet) {
        this.orders = orders;
        this.waits = waits;
        this.sheet = sheet;
    }

    @PostMapping("/orders/{number}/tasks/{task}/waiting")
    ModelAndView begin(
            @PathVariable String number,
            @PathVariable String task,
            @RequestParam Map<String, String> fields,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var order = OrderPages.known(orders, number);
        var request = new WaitRequest(fields.get("waitFor"), fields.get("waitUntil"), fields.get("waitReason"));
        return sheet.act(order, new Sent(task, fields), new Reader(user, locale, flash), () -> {
            waits.begin(user.getName(), order, task, request);
            return "order.wait.begun";
        });
    }

    @PostMapping("/orders/{number}/tasks/{task}/going-on")
    ModelAndView end(
            @PathVariable String number,
            @PathVariable String task,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var order = OrderPages.known(orders, number);
        return sheet.act(order, new Sent(task, Map.of()), new Reader(user, locale, flash), () -> {
            waits.end(user.getName(), order, task);
            return "order.wait.ended";
        });
    }
}
