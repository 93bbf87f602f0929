package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.DifferencePage;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the nights found, for service operations, managers and auditors. */
@Controller
class ReconciliationPages {
    private final ReconciliationBoard board;
    private final ReconciliationViews views;
    private final RefusedPage refusedPage;

    ReconciliationPages(ReconciliationBoard board, ReconciliationViews views, RefusedPage refusedPage) {
        this.board = board;
        this.views = views;
        this.refusedPage = refusedPage;
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
            return refusedPage.of(page, refused);
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
