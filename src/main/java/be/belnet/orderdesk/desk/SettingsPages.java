package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.team.StaffSettings;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody chooses for themselves: the morning's mail, and its language. */
@Controller
class SettingsPages {
    private static final List<String> LANGUAGES = List.of("nl", "fr", "en", "de");

    private final StaffSettings settings;
    private final StaffDirectory staff;
    private final RefusedPage refusedPage;

    SettingsPages(StaffSettings settings, StaffDirectory staff, RefusedPage refusedPage) {
        this.settings = settings;
        this.staff = staff;
        this.refusedPage = refusedPage;
    }

    @GetMapping("/settings")
    ModelAndView page(Principal user) {
        return new ModelAndView("team/settings")
                .addObject("setting", settings.of(user.getName()))
                .addObject("languages", LANGUAGES)
                .addObject(
                        "email",
                        staff.find(user.getName())
                                .map(StaffDirectory.StaffMember::email)
                                .orElse(null))
                .addObject("works", staff.groupsOf(user.getName()).stream().anyMatch(StaffGroup.WORKERS::contains));
    }

    @PostMapping("/settings")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") String digest,
            Principal user,
            RedirectAttributes flash) {
        if (!LANGUAGES.contains(language)) {
            return refusedPage.of(page(user), new AnswersRefusedException("language", "form.error.notAnOption"));
        }
        settings.choose(user.getName(), language, digest.equals("true"));
        flash.addFlashAttribute("done", "settings.kept");
        return new ModelAndView("redirect:/settings");
    }
}
