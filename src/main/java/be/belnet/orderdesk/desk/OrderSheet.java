package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.TaskGoneException;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one order: as it opens, and as it comes back when something on it could not be kept. */
@Component
class OrderSheet {
    private final OrderDesk desk;
    private final OrderViews views;
    private final Caller caller;
    private final EndDateDesk endDates;
    private final RefusedPage refusedPage;
    private final Clock clock;

    OrderSheet(
            OrderDesk desk,
            OrderViews views,
            Caller caller,
            EndDateDesk endDates,
            RefusedPage refusedPage,
            Clock clock) {
        this.desk = desk;
        this.views = views;
        this.caller = caller;
        this.endDates = endDates;
        this.refusedPage = refusedPage;
        this.clock = clock;
    }

    /** Who looks at the page, and what it will say after the next redirect. */
    record Reader(Principal user, Locale locale, RedirectAttributes flash) {}

    /**
     * A form of the page as it was sent.
     *
     * @param name tells it from the page's other forms
     * @param entered to show again where it is refused, by field
     */
    record Sent(String name, Map<String, String> entered) {}

    ModelAndView of(Order order, Principal user, Locale locale) {
        return new ModelAndView("orders/order")
                .addObject("area", "orders")
                .addObject("order", views.of(order, locale))
                .addObject("tomorrow", BelgianTime.today(clock).plusDays(1))
                .addObject("workable", workable(order, user))
                .addObject("mayNote", caller.mayNote(user.getName()))
                .addObject("noteKinds", OrderNotes.Kind.codes())
                .addObject("mailRoles", OrderNotes.roles())
                .addObject("mailToken", UUID.randomUUID())
                .addObject("mayLeave", mayLeave(order) && caller.mayActOnOrders(user.getName()))
                .addObject("mayMoveEnd", endDates.mayAsk(order) && caller.mayActOnOrders(user.getName()))
                .addObject("mayAddScan", caller.mayActOnOrders(user.getName()))
                .addObject(
                        "scanKinds",
                        Arrays.stream(ScanKind.values()).map(ScanKind::code).toList())
                .addObject("mayAudit", caller.mayAudit(user.getName()))
                .addObject("maySeeCustomer", order.acronym() != null && caller.maySeeCustomers(user.getName()));
    }

    /**
     * Does what a form asks and opens the page anew; shows the form again, with what is wrong, where it is refused.
     *
     * @param act does it and returns the key of what to say about it
     */
    ModelAndView act(Order order, Sent form, Reader reader, Supplier<String> act) {
        try {
            reader.flash().addFlashAttribute("notice", act.get());
        } catch (AnswersRefusedException refused) {
            return refused(order, form, refused, reader);
        } catch (OrderClosedException closed) {
            reader.flash().addFlashAttribute("failure", "order.withdrawal.closed");
        } catch (TaskGoneException gone) {
            reader.flash().addFlashAttribute("failure", "order.taskGone");
        }
        return new ModelAndView("redirect:/orders/" + order.number());
    }

    private boolean mayLeave(Order order) {
        return order.state() == OrderState.OPEN && desk.mayBeLeft(order);
    }

    /** Ids of the open tasks that the reader may work on. */
    private Set<String> workable(Order order, Principal user) {
        return desk.openTasks(order).stream()
                .filter(task -> caller.mayWorkOn(user.getName(), task))
                .map(OpenTask::id)
                .collect(Collectors.toSet());
    }

    private ModelAndView refused(Order order, Sent form, AnswersRefusedException refused, Reader reader) {
        return refusedPage
                .of(of(order, reader.user(), reader.locale()), refused)
                .addObject("refused", form.name())
                .addObject("entered", form.entered());
    }
}
