package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.AbsenceDesk.Request;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away when, who stands in, and what happened meanwhile. */
@Controller
class AbsencePages {
    private static final String PAGE = "/absences";

    private final AbsenceDesk desk;
    private final AbsenceViews views;
    private final RefusedPage refusedPage;

    AbsencePages(AbsenceDesk desk, AbsenceViews views, RefusedPage refusedPage) {
        this.desk = desk;
        this.views = views;
        this.refusedPage = refusedPage;
    }

    @GetMapping(PAGE)
    ModelAndView page(Principal user, Locale locale) {
        return list(new Request(user.getName(), "", "", ""), user.getName(), locale);
    }

    @PostMapping(PAGE)
    ModelAndView enter(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String substitute,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        var request = new Request(person, firstDay, lastDay, substitute);
        try {
            desk.enter(request, user.getName());
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(list(request, user.getName(), locale), refused);
        }
        flash.addFlashAttribute("done", "absence.entered");
        return new ModelAndView("redirect:" + PAGE);
    }

    @GetMapping(PAGE + "/{id:\\d{1,18}}")
    ModelAndView absence(@PathVariable long id, Principal user, Locale locale) {
        Absence absence = desk.toShow(id, user.getName());
        return new ModelAndView("team/absence")
                .addObject("area", "absences")
                .addObject("absence", views.line(absence, user.getName(), locale))
                .addObject("groups", views.groups(absence, locale));
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}/end")
    ModelAndView end(@PathVariable long id, Principal user, RedirectAttributes flash) {
        desk.end(id, user.getName());
        flash.addFlashAttribute("done", "absence.ended");
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView list(Request sent, String reader, Locale locale) {
        return new ModelAndView("team/absences")
                .addObject("area", "absences")
                .addObject("sent", sent)
                .addObject("forOthers", desk.mayForOthers(reader))
                .addObject("people", desk.people())
                .addObject("mayEnter", desk.people().stream().anyMatch(one -> one.id()
                        .equals(reader)))
                .addObject("reader", reader)
                .addObject("absences", views.presentAndComing(reader, locale))
                .addObject("mine", views.over(reader, locale));
    }
}
