package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.team.StaffSettings;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
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
    private final FormProblems problems;

    SettingsPages(StaffSettings settings, StaffDirectory staff, FormProblems problems) {
        this.settings = settings;
        this.staff = staff;
        this.problems = problems;
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
                .addObject("works", staff.groupsOf(user.getName()).stream().anyMatch(StaffDirectory.WORKERS::contains));
    }

    @PostMapping("/settings")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") String digest,
            Principal user,
            RedirectAttributes flash) {
        if (!LANGUAGES.contains(language)) {
            ModelAndView page = page(user);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject(
                    "problems",
                    problems.of(new AnswersRefusedException("language", "form.error.notAnOption")).stream()
                            .map(Problem::message)
                            .toList());
        }
        settings.choose(user.getName(), language, digest.equals("true"));
        flash.addFlashAttribute("done", "settings.kept");
        return new ModelAndView("redirect:/settings");
    }
}
