package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.Merge;
import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergeState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Merging customers: what it would do, who proposes it, and who decides. */
@Controller
class MergePages {
    private static final String PAGE = "/customers/merges";

    private final MergeDesk desk;
    private final MergeViews views;
    private final FormProblems problems;

    MergePages(MergeDesk desk, MergeViews views, FormProblems problems) {
        this.desk = desk;
        this.views = views;
        this.problems = problems;
    }

    /** What the proposal's form has been sent with, or is to show. */
    record Sent(String leaving, String remaining, String reason, Set<String> accepted) {}

    @GetMapping(PAGE)
    ModelAndView page(
            @RequestParam(defaultValue = "") String leaving,
            @RequestParam(defaultValue = "") String remaining,
            Locale locale) {
        var sent = new Sent(leaving, remaining, "", Set.of());
        return leaving.isBlank() && remaining.isBlank()
                ? overview(sent, locale)
                : answered(() -> overview(sent, locale), () -> previewed(sent, locale));
    }

    @PostMapping(PAGE)
    ModelAndView propose(
            @RequestParam(defaultValue = "") String leaving,
            @RequestParam(defaultValue = "") String remaining,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") Set<String> accepted,
            Principal user,
            Locale locale) {
        var sent = new Sent(leaving, remaining, reason, accepted);
        return answered(
                () -> answered(() -> overview(sent, locale), () -> previewed(sent, locale)),
                () -> decided(desk.propose(leaving, remaining, accepted, reason, user.getName())));
    }

    @GetMapping(PAGE + "/{id:\\d{1,18}}")
    ModelAndView merge(@PathVariable long id, Principal user, Locale locale) {
        Merge merge = desk.get(id);
        var page = new ModelAndView("customers/merge")
                .addObject("area", "customers")
                .addObject("merge", views.view(merge, locale))
                .addObject("own", merge.proposedBy().equals(user.getName()))
                .addObject("mayDecide", desk.mayDecide(user.getName()));
        if (merge.state() == MergeState.PROPOSED) {
            List<MergeFinding> found = desk.foresee(merge.from(), merge.into());
            page.addObject("groups", views.groups(found, locale))
                    .addObject("possible", found.stream().noneMatch(one -> one.kind() == Kind.OBSTACLE));
        }
        return page;
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}/approval")
    ModelAndView approve(@PathVariable long id, Principal user, Locale locale) {
        return answered(() -> merge(id, user, locale), () -> decided(desk.approve(id, user.getName())));
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}/rejection")
    ModelAndView reject(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal user, Locale locale) {
        return answered(() -> merge(id, user, locale), () -> decided(desk.reject(id, user.getName(), reason)));
    }

    private ModelAndView overview(Sent sent, Locale locale) {
        return new ModelAndView("customers/merges")
                .addObject("area", "customers")
                .addObject("sent", sent)
                .addObject(
                        "merges",
                        desk.latest().stream()
                                .map(merge -> views.view(merge, locale))
                                .toList());
    }

    private ModelAndView previewed(Sent sent, Locale locale) {
        List<MergeFinding> found = desk.foresee(sent.leaving(), sent.remaining());
        return overview(sent, locale)
                .addObject("groups", views.groups(found, locale))
                .addObject("possible", found.stream().noneMatch(one -> one.kind() == Kind.OBSTACLE));
    }

    private static ModelAndView decided(Merge merge) {
        return new ModelAndView("redirect:" + PAGE + "/" + merge.id());
    }

    private ModelAndView answered(Supplier<ModelAndView> again, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (AnswersRefusedException refused) {
            ModelAndView page = again.get();
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.getModel().containsKey("problems")
                    ? page
                    : page.addObject(
                            "problems",
                            problems.of(refused).stream()
                                    .map(FormProblems.Problem::message)
                                    .toList());
        }
    }
}
