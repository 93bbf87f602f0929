package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.OrderSheet.Reader;
import be.belnet.orderdesk.desk.OrderSheet.Sent;
import be.belnet.orderdesk.order.OrderFile;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of an order's page for notes, calls and mails of one's own. */
@Controller
class OrderNotePages {
    private final OrderFile orders;
    private final OrderNotes notes;
    private final OrderSheet sheet;

    OrderNotePages(OrderFile orders, OrderNotes notes, OrderSheet sheet) {
        this.orders = orders;
        this.notes = notes;
        this.sheet = sheet;
    }

    @PostMapping("/orders/{number}/notes")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var order = OrderPages.known(orders, number);
        return sheet.act(order, new Sent("note", fields), new Reader(user, locale, flash), () -> {
            notes.add(order.number(), fields.get("noteKind"), fields.get("noteText"));
            return "order.note.added";
        });
    }

    @PostMapping("/orders/{number}/mails")
    ModelAndView write(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam UUID token,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var order = OrderPages.known(orders, number);
        return sheet.act(order, new Sent("mail", fields), new Reader(user, locale, flash), () -> {
            notes.write(order.number(), token, fields.get("mailTo"), fields.get("mailSubject"), fields.get("mailText"));
            return "order.mail.written";
        });
    }
}
