package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board of all customers' domains: where each stands, and how far each customer is. */
@Controller
class DomainBoardPages {
    private static final String FILE = "/dcs/domains.csv";

    private final DomainDesk desk;
    private final DomainViews views;
    private final Caller caller;
    private final RefusedPage refusedPage;

    DomainBoardPages(DomainDesk desk, DomainViews views, Caller caller, RefusedPage refusedPage) {
        this.desk = desk;
        this.views = views;
        this.caller = caller;
        this.refusedPage = refusedPage;
    }

    @GetMapping(DomainViews.BOARD)
    ModelAndView domains(@RequestParam Map<String, String> parameters, Principal user, Locale locale) {
        DomainFilter filter = DomainFilter.of(parameters);
        try {
            return page("board/domains", filter, user).addObject("view", views.of(filter, desk.read(filter), locale));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page("board/domains", filter, user), refused);
        }
    }

    @GetMapping(DomainViews.PROGRESS)
    ModelAndView progress(@RequestParam Map<String, String> parameters, Principal user, Locale locale) {
        DomainFilter filter = DomainFilter.of(parameters);
        try {
            return page("board/progress", filter, user)
                    .addObject("view", views.progress(filter, desk.read(filter), locale));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page("board/progress", filter, user), refused);
        }
    }

    /** What is looked for as a table; the page with what is wrong, where it cannot be looked for. */
    @GetMapping(FILE)
    ModelAndView file(@RequestParam Map<String, String> parameters, Principal user, Locale locale) {
        DomainFilter filter = DomainFilter.of(parameters);
        try {
            return new ModelAndView(new CsvView(
                    CsvText.FOR_SPREADSHEETS,
                    "domains.csv",
                    views.head(locale),
                    views.table(desk.read(filter), locale)));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(page("board/domains", filter, user), refused);
        }
    }

    @PostMapping("/dcs/domains/{id}/wildcard")
    String addWildcard(@PathVariable long id, @RequestParam Map<String, String> parameters, RedirectAttributes flash) {
        say(flash, desk.addWildcard(id), "board.wildcard.done");
        return "redirect:" + DomainFilter.of(parameters).at(DomainViews.BOARD);
    }

    @PostMapping("/dcs/domains/{id}/giving-up")
    ModelAndView giveUp(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Principal user,
            Locale locale,
            RedirectAttributes flash) {
        try {
            say(flash, desk.giveUp(id, FreeText.reason(parameters.get("reason"))), "board.givingUp.done");
        } catch (AnswersRefusedException refused) {
            return refusedPage
                    .of(domains(parameters, user, locale), refused)
                    .addObject("refused", id)
                    .addObject("reason", parameters.get("reason"));
        }
        return new ModelAndView("redirect:" + DomainFilter.of(parameters).at(DomainViews.BOARD));
    }

    private static void say(RedirectAttributes flash, boolean done, String words) {
        flash.addFlashAttribute(done ? "notice" : "failure", done ? words : "board.gone");
    }

    private ModelAndView page(String template, DomainFilter filter, Principal user) {
        return new ModelAndView(template)
                .addObject("area", "domains")
                .addObject("filter", filter)
                .addObject("standings", codes(Standing.values(), Standing::code))
                .addObject("actors", codes(Actor.values(), Actor::code))
                .addObject("methods", codes(ValidationMethod.values(), DomainFilter::code))
                .addObject("authorities", authorities())
                .addObject("campaigns", desk.campaigns())
                .addObject("board", filter.at(DomainViews.BOARD))
                .addObject("progress", filter.at(DomainViews.PROGRESS))
                .addObject("file", filter.with("page", "").at(FILE))
                .addObject("mayAct", caller.mayActOnDomains(user.getName()))
                .addObject("maySeeCustomers", caller.maySeeCustomers(user.getName()));
    }

    private Map<String, String> authorities() {
        return desk.authorities().stream()
                .collect(Collectors.toMap(code -> code, desk::authority, (one, other) -> one, TreeMap::new));
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
