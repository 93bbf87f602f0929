package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The partners' page: who is paused, and which steps failed. */
@Controller
class PartnerPages {
    private final PartnerDesk desk;
    private final PartnerViews views;
    private final Caller caller;
    private final RefusedPage refusedPage;

    PartnerPages(PartnerDesk desk, PartnerViews views, Caller caller, RefusedPage refusedPage) {
        this.desk = desk;
        this.views = views;
        this.caller = caller;
        this.refusedPage = refusedPage;
    }

    @GetMapping("/partners")
    ModelAndView partners(Principal user, Locale locale) {
        return new ModelAndView("partners/partners")
                .addObject("area", "partners")
                .addObject("view", views.of(locale))
                .addObject("mayPause", caller.mayPausePartners(user.getName()));
    }

    /** For Tasklist, which shows them above its lists. */
    @GetMapping("/desk/partner-notices")
    @ResponseBody
    List<String> notices(Locale locale) {
        return views.notices(locale);
    }

    @PostMapping("/partners/{name}/pause")
    ModelAndView pause(
            @PathVariable String name,
            @RequestParam Map<String, String> fields,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            desk.pause(user.getName(), name, new PauseRequest(fields.get("pauseUntil"), fields.get("pauseReason")));
        } catch (AnswersRefusedException refused) {
            return refused(name, fields, refused, user, locale);
        }
        flash.addFlashAttribute("notice", "partners.paused");
        return new ModelAndView("redirect:/partners");
    }

    @PostMapping("/partners/{name}/going-on")
    String resume(@PathVariable String name, RedirectAttributes flash) {
        desk.resume(name);
        flash.addFlashAttribute("notice", "partners.resumed");
        return "redirect:/partners";
    }

    private ModelAndView refused(
            String name, Map<String, String> entered, AnswersRefusedException refused, Principal user, Locale locale) {
        return refusedPage
                .of(partners(user, locale), refused)
                .addObject("refused", name)
                .addObject("entered", entered);
    }
}
