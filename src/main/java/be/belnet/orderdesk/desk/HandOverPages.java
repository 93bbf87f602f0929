package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.team.HandOver;
import be.belnet.orderdesk.team.HandOvers;
import be.belnet.orderdesk.team.Work;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Managers give all work of one to another: who, what it would be, and one decision. */
@Controller
class HandOverPages {
    private static final String PAGE = "/handover";

    private final HandOvers handOvers;
    private final OrderFile orders;
    private final StaffDirectory staff;
    private final Wording wording;
    private final RefusedPage refusedPage;

    HandOverPages(
            HandOvers handOvers, OrderFile orders, StaffDirectory staff, Wording wording, RefusedPage refusedPage) {
        this.handOvers = handOvers;
        this.orders = orders;
        this.staff = staff;
        this.wording = wording;
        this.refusedPage = refusedPage;
    }

    /**
     * A line of what would move.
     *
     * @param page path; null where there is none
     */
    record Line(String number, String page, String what, String detail) {}

    /** One that was carried out. */
    record Done(String from, String to, String by, String at, int tasks, int orders, int customers) {}

    @GetMapping(PAGE)
    ModelAndView page(
            @RequestParam(defaultValue = "") String former,
            @RequestParam(defaultValue = "") String colleague,
            Locale locale) {
        return former.isBlank() && colleague.isBlank()
                ? frame(former, colleague, locale)
                : answered(former, colleague, locale, () -> previewed(former, colleague, locale));
    }

    @PostMapping(PAGE)
    ModelAndView carryOut(
            @RequestParam(defaultValue = "") String former,
            @RequestParam(defaultValue = "") String colleague,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        return answered(former, colleague, locale, () -> {
            HandOver done = handOvers.carryOut(former, colleague, user.getName());
            flash.addFlashAttribute("done", words(done, locale));
            return new ModelAndView("redirect:" + PAGE);
        });
    }

    private ModelAndView frame(String former, String colleague, Locale locale) {
        return new ModelAndView("team/handover")
                .addObject("area", "absences")
                .addObject("former", former)
                .addObject("colleague", colleague)
                .addObject("people", staff.workers())
                .addObject(
                        "latest",
                        handOvers.latest().stream()
                                .map(one -> done(one, locale))
                                .toList());
    }

    private ModelAndView previewed(String former, String colleague, Locale locale) {
        Work work = handOvers.foresee(former, colleague);
        return frame(former, colleague, locale)
                .addObject("work", work)
                .addObject("from", wording.person(former))
                .addObject("to", wording.person(colleague))
                .addObject("tasks", tasks(work, locale))
                .addObject("orders", orders(work, locale))
                .addObject(
                        "customers",
                        work.customers().stream()
                                .map(one ->
                                        new Line(one.acronym(), "/customers/" + one.acronym(), one.legalName(), null))
                                .toList())
                .addObject(
                        "standsInFor",
                        work.standsInFor().stream()
                                .map(absence -> wording.person(absence.user()))
                                .distinct()
                                .toList());
    }

    private List<Line> tasks(Work work, Locale locale) {
        return work.tasks().stream()
                .map(task -> new Line(task.order(), page(task.order()), wording.step(task.activity(), locale), null))
                .toList();
    }

    /** What mails to be sorted and failures are about is no order. */
    private String page(String number) {
        return orders.find(number).map(order -> "/orders/" + order.number()).orElse(null);
    }

    private List<Line> orders(Work work, Locale locale) {
        return work.orders().stream()
                .map(order -> new Line(
                        order.number(),
                        "/orders/" + order.number(),
                        wording.value("order.kind." + order.kind(), locale),
                        Optional.ofNullable(order.acronym()).orElse("–")))
                .toList();
    }

    private Done done(HandOver one, Locale locale) {
        return new Done(
                wording.person(one.from()),
                wording.person(one.to()),
                wording.person(one.decidedBy()),
                wording.moment(one.decidedAt(), locale),
                one.tasks(),
                one.orders(),
                one.customers());
    }

    private String words(HandOver done, Locale locale) {
        return wording.value(
                "handover.done",
                locale,
                wording.person(done.from()),
                wording.person(done.to()),
                done.tasks(),
                done.orders(),
                done.customers());
    }

    private ModelAndView answered(String former, String colleague, Locale locale, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(frame(former, colleague, locale), refused);
        }
    }
}
