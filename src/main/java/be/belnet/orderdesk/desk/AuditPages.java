package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.Decision;
import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.DecisionPage;
import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who decided what, for auditors and managers: as a page and as a table. */
@Controller
class AuditPages {
    private static final List<String> COLUMNS =
            List.of("at", "kind", "act", "about", "actor", "roles", "values", "documents");
    private static final String BETWEEN = " | ";

    private final Decisions decisions;
    private final AuditViews views;
    private final Wording wording;
    private final RefusedPage refusedPage;

    AuditPages(Decisions decisions, AuditViews views, Wording wording, RefusedPage refusedPage) {
        this.decisions = decisions;
        this.views = views;
        this.wording = wording;
        this.refusedPage = refusedPage;
    }

    record Count(String words, long decisions) {}

    @GetMapping("/audit")
    ModelAndView page(@RequestParam Map<String, String> parameters, Locale locale) {
        AuditFilter filter = AuditFilter.of(parameters);
        try {
            DecisionPage found = decisions.find(filter.read());
            return frame(filter)
                    .addObject("found", found)
                    .addObject("counts", counts(found, locale))
                    .addObject(
                            "lines",
                            found.decisions().stream()
                                    .map(one -> views.line(one, locale))
                                    .toList());
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(frame(filter), refused);
        }
    }

    @GetMapping("/audit.csv")
    ModelAndView file(@RequestParam Map<String, String> parameters, Locale locale) {
        AuditFilter filter = AuditFilter.of(parameters);
        try {
            Stream<List<String>> rows = decisions.all(filter.read()).map(one -> row(one, locale));
            return new ModelAndView(new CsvView(CsvText.FOR_SPREADSHEETS, "audit.csv", head(locale), rows));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(frame(filter), refused);
        }
    }

    private static ModelAndView frame(AuditFilter filter) {
        return new ModelAndView("audit/audit")
                .addObject("area", "audit")
                .addObject("filter", filter)
                .addObject("kinds", DecisionKind.codes())
                .addObject("file", filter.at("/audit.csv"));
    }

    private List<Count> counts(DecisionPage found, Locale locale) {
        return Arrays.stream(DecisionKind.values())
                .map(kind -> new Count(
                        wording.value("audit.kind." + kind.code(), locale),
                        found.counts().get(kind)))
                .toList();
    }

    private List<String> head(Locale locale) {
        return COLUMNS.stream()
                .map(column -> wording.value("audit.column." + column, locale))
                .toList();
    }

    private List<String> row(Decision decision, Locale locale) {
        return List.of(
                decision.at().toString(),
                views.kind(decision, locale),
                views.act(decision, locale),
                decision.about(),
                decision.actor(),
                views.roles(decision, locale),
                views.values(decision, locale).stream()
                        .map(value -> value.label() + " " + value.value())
                        .collect(Collectors.joining(BETWEEN)),
                decision.documents().stream()
                        .map(paper -> paper.fileName() + " " + paper.sha256())
                        .collect(Collectors.joining(BETWEEN)));
    }
}
