package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.Decision;
import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.DecisionPage;
import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.csv.CsvText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** Who decided what, for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class AuditApi {
    private static final List<String> COLUMNS =
            List.of("id", "at", "kind", "act", "about", "actor", "roles", "facts", "words", "documents");

    private final Decisions decisions;

    AuditApi(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param kind approval, override or byHand
     * @param act name of the form, or of what a page or the API did
     * @param roles ids of the actor's groups then
     * @param documents those of the file then
     */
    record DecisionResource(
            long id,
            Instant at,
            String kind,
            String act,
            String about,
            String actor,
            List<String> roles,
            Map<String, String> facts,
            Map<String, String> words,
            List<Decision.Paper> documents) {}

    /**
     * @param counts of all that was found, by kind
     * @param page from 0
     */
    record AuditResource(List<DecisionResource> decisions, Map<String, Long> counts, int page, int pages, long total) {}

    @GetMapping("/api/audit")
    AuditResource decisions(@RequestParam Map<String, String> parameters) {
        DecisionPage found = decisions.find(AuditFilter.of(parameters).read());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DecisionKind kind : DecisionKind.values()) {
            counts.put(kind.code(), found.counts().get(kind));
        }
        return new AuditResource(
                found.decisions().stream().map(AuditApi::resource).toList(),
                counts,
                found.page(),
                found.pages(),
                found.total());
    }

    /** All pages as one table, of codes. */
    @GetMapping(path = "/api/audit", produces = CsvView.TYPE)
    View table(@RequestParam Map<String, String> parameters) {
        return new CsvView(
                CsvText.FOR_PROGRAMS,
                "audit.csv",
                COLUMNS,
                decisions.all(AuditFilter.of(parameters).read()).map(AuditApi::row));
    }

    static DecisionResource resource(Decision one) {
        return new DecisionResource(
                one.id(),
                one.at(),
                one.kind().code(),
                one.act(),
                one.about(),
                one.actor(),
                one.roles(),
                one.facts(),
                one.words(),
                one.documents());
    }

    private static List<String> row(Decision one) {
        return List.of(
                Long.toString(one.id()),
                one.at().toString(),
                one.kind().code(),
                one.act(),
                one.about(),
                one.actor(),
                String.join(" ", one.roles()),
                values(one.facts()),
                values(one.words()),
                one.documents().stream()
                        .map(paper -> paper.fileName() + " " + paper.sha256())
                        .collect(Collectors.joining(" | ")));
    }

    private static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(value -> Stream.of(value.getKey() + "=" + value.getValue()))
                .collect(Collectors.joining(" | "));
    }
}
