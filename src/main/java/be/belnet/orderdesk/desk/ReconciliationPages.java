package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.DifferencePage;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the nights found, for service operations, managers and auditors. */
@Controller
class ReconciliationPages {
    private final ReconciliationBoard board;
    private final ReconciliationViews views;
    private final FormProblems problems;

    ReconciliationPages(ReconciliationBoard board, ReconciliationViews views, FormProblems problems) {
        this.board = board;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping("/reconciliation")
    ModelAndView page(@RequestParam Map<String, String> parameters, Locale locale) {
        var filter = ReconciliationFilter.of(parameters);
        ModelAndView page = frame(filter, locale);
        try {
            DifferencePage found = board.find(filter.read(views.codes()));
            return page.addObject("found", found)
                    .addObject(
                            "lines",
                            found.differences().stream()
                                    .map(known -> views.difference(known, locale))
                                    .toList());
        } catch (AnswersRefusedException refused) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject(
                    "problems",
                    problems.of(refused).stream().map(Problem::message).toList());
        }
    }

    private ModelAndView frame(ReconciliationFilter filter, Locale locale) {
        return new ModelAndView("reconciliation/reconciliation")
                .addObject("area", "reconciliation")
                .addObject("filter", filter)
                .addObject("states", views.states(locale))
                .addObject("parts", views.parts(locale))
                .addObject("kinds", views.kinds(locale))
                .addObject(
                        "nights",
                        board.latest().stream()
                                .map(report -> views.night(report, locale))
                                .toList());
    }
}
