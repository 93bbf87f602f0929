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

/** The form of a notice's page that asks for another day. */
@Controller
class EndDatePages {
    private final OrderFile orders;
    private final EndDateDesk desk;
    private final OrderSheet sheet;

    EndDatePages(OrderFile orders, EndDateDesk desk, OrderSheet sheet) {
        this.orders = orders;
        this.desk = desk;
        this.sheet = sheet;
    }

    @PostMapping("/orders/{number}/end-date")
    ModelAndView ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String endsOn,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var order = OrderPages.known(orders, number);
        var sent = new Sent("endDate", Map.of("endsOn", endsOn, "reason", reason));
        return sheet.act(order, sent, new Reader(user, locale, flash), () -> {
            desk.ask(user.getName(), order, endsOn, reason);
            return "order.endDate.asked";
        });
    }
}
