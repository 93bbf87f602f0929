package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.Merge;
import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Merges of customers as the reader sees them. */
@Component
class MergeViews {
    private final Wording wording;

    MergeViews(Wording wording) {
        this.wording = wording;
    }

    /** Findings of one kind, under one heading. */
    record Group(String kind, List<Line> lines) {}

    /**
     * @param sentence the words with the names
     * @param code null but for a conflict
     */
    record Line(String words, List<String> names, String sentence, String code) {}

    record View(
            long id,
            String from,
            String fromName,
            String into,
            String state,
            boolean open,
            boolean merged,
            String reason,
            String by,
            String at,
            String decidedBy,
            String decidedAt,
            String decisionReason) {}

    static String kind(MergeFinding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT);
    }

    /** In the order in which they matter: what stands in the way first. */
    List<Group> groups(List<MergeFinding> findings, Locale locale) {
        List<Group> groups = new ArrayList<>();
        for (Kind kind : List.of(Kind.OBSTACLE, Kind.CONFLICT, Kind.MOVES, Kind.STAYS)) {
            List<Line> lines = findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(finding -> line(finding, locale))
                    .toList();
            if (!lines.isEmpty()) {
                groups.add(new Group(kind.name().toLowerCase(Locale.ROOT), lines));
            }
        }
        return groups;
    }

    /** What it is, with the names it is about. */
    String words(MergeFinding finding, Locale locale) {
        return wording.value("merge.line", locale, title(finding, locale), String.join(", ", finding.names()));
    }

    View view(Merge merge, Locale locale) {
        return new View(
                merge.id(),
                merge.from(),
                merge.fromName(),
                merge.into(),
                wording.value("merge.state." + merge.state().code(), locale),
                merge.state() == MergeState.PROPOSED,
                merge.state() == MergeState.MERGED,
                merge.reason(),
                wording.person(merge.proposedBy()),
                wording.moment(merge.proposedAt(), locale),
                Stream.ofNullable(merge.decidedBy())
                        .map(wording::person)
                        .findFirst()
                        .orElse(null),
                wording.moment(merge.decidedAt(), locale),
                merge.decisionReason());
    }

    private Line line(MergeFinding finding, Locale locale) {
        return new Line(
                title(finding, locale),
                finding.names(),
                words(finding, locale),
                finding.kind() == Kind.CONFLICT ? finding.code() : null);
    }

    private String title(MergeFinding finding, Locale locale) {
        return wording.value("merge.finding." + finding.what(), locale);
    }
}
