package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferencePage;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.NightPart;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard.NightReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the nights found, for machines: {@code openapi.json} describes it. */
@RestController
class ReconciliationApi {
    private final ReconciliationBoard board;
    private final ReconciliationViews views;

    ReconciliationApi(ReconciliationBoard board, ReconciliationViews views) {
        this.board = board;
        this.views = views;
    }

    /** @param ours null unless it was compared, as the two after it */
    record PartResource(
            String part,
            String partner,
            String state,
            Integer ours,
            Integer listed,
            Integer differences,
            String words,
            Instant askedAt) {}

    /** @param finishedAt null while partners are asked */
    record NightResource(
            String number,
            LocalDate night,
            String outcome,
            Instant startedAt,
            Instant finishedAt,
            List<PartResource> parts) {}

    /**
     * @param act what Orderdesk can do about it; null where only a person can
     * @param task number of the night whose task it is or was in; null for none
     */
    record DifferenceResource(
            long id,
            String part,
            String kind,
            String subject,
            String customer,
            Long subscription,
            String ours,
            String theirs,
            Instant askedAt,
            String act,
            String state,
            boolean seen,
            String firstSeen,
            String lastSeen,
            String task,
            String reason,
            String words,
            String decidedBy,
            Instant decidedAt,
            LocalDate againOn) {}

    /** @param page from 0 */
    record ReconciliationResource(
            List<NightResource> nights, List<DifferenceResource> differences, int page, int pages, long total) {}

    @GetMapping("/api/reconciliation")
    ReconciliationResource reconciliation(@RequestParam Map<String, String> parameters) {
        DifferencePage found = board.find(ReconciliationFilter.of(parameters).read(views.codes()));
        return new ReconciliationResource(
                board.latest().stream().map(ReconciliationApi::night).toList(),
                found.differences().stream().map(ReconciliationApi::difference).toList(),
                found.page(),
                found.pages(),
                found.total());
    }

    private static NightResource night(NightReport report) {
        return new NightResource(
                report.night().number(),
                report.night().night(),
                report.night().outcome().code(),
                report.night().startedAt(),
                report.night().finishedAt(),
                report.parts().stream().map(ReconciliationApi::part).toList());
    }

    private static PartResource part(NightPart part) {
        return new PartResource(
                part.part(),
                part.partner(),
                part.state().code(),
                part.ours(),
                part.listed(),
                part.differences(),
                part.words(),
                part.askedAt());
    }

    private static DifferenceResource difference(KnownDifference known) {
        Difference difference = known.difference();
        return new DifferenceResource(
                known.id(),
                known.part(),
                difference.kind().code(),
                difference.subject(),
                difference.acronym(),
                difference.subscriptionId(),
                difference.ours(),
                difference.theirs(),
                known.askedAt(),
                difference.act() == null ? null : difference.act().code(),
                known.state().code(),
                known.live(),
                known.firstSeen(),
                known.lastSeen(),
                known.task(),
                known.reason(),
                known.words(),
                known.decidedBy(),
                known.decidedAt(),
                known.againOn());
    }
}
