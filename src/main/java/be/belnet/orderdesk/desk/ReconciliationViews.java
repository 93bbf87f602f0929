package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.ComparisonCatalogue;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.DifferenceState;
import be.belnet.orderdesk.reconciliation.DifferenceWords;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.Night.Outcome;
import be.belnet.orderdesk.reconciliation.NightPart;
import be.belnet.orderdesk.reconciliation.ReconciliationBoard.NightReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the reconciliation's page shows, in the reader's words. */
@Component
class ReconciliationViews {
    private final ComparisonCatalogue catalogue;
    private final DifferenceWords words;
    private final Wording wording;

    ReconciliationViews(ComparisonCatalogue catalogue, DifferenceWords words, Wording wording) {
        this.catalogue = catalogue;
        this.words = words;
        this.wording = wording;
    }

    /** @param warns whether it is something to look at */
    record NightLine(String number, String night, String outcome, boolean warns, List<PartLine> parts) {}

    /** @param words why not, in the partner's; null where it was compared */
    record PartLine(String name, String state, boolean warns, String counts, String words) {}

    /** @param subscription its id; null where none is concerned */
    record DifferenceLine(
            String kind,
            String subject,
            String customer,
            Long subscription,
            String part,
            String ours,
            String theirs,
            String askedAt,
            String proposal,
            String state,
            boolean waits,
            String decision,
            String night) {}

    /** A choice of the filter. */
    record Choice(String code, String words) {}

    List<Choice> states(Locale locale) {
        return Arrays.stream(DifferenceState.values())
                .map(state -> new Choice(state.code(), state(state, locale)))
                .toList();
    }

    List<Choice> kinds(Locale locale) {
        return Arrays.stream(DifferenceKind.values())
                .map(kind -> new Choice(kind.code(), words.kind(kind, locale)))
                .toList();
    }

    List<Choice> parts(Locale locale) {
        return codes().stream()
                .map(part -> new Choice(part, words.part(part, locale)))
                .toList();
    }

    List<String> codes() {
        return catalogue.all().stream().map(Comparison::part).toList();
    }

    NightLine night(NightReport report, Locale locale) {
        Outcome outcome = report.night().outcome();
        return new NightLine(
                report.night().number(),
                wording.day(report.night().night(), locale),
                wording.value("reconciliation.outcome." + outcome.code(), locale),
                outcome == Outcome.TASK || outcome == Outcome.ADDED || outcome == Outcome.REPORTED,
                report.parts().stream().map(part -> part(part, locale)).toList());
    }

    DifferenceLine difference(KnownDifference known, Locale locale) {
        Difference difference = known.difference();
        return new DifferenceLine(
                words.kind(difference.kind(), locale),
                words.subject(difference, locale),
                Optional.ofNullable(difference.acronym()).orElse("–"),
                difference.subscriptionId(),
                words.part(known.part(), locale),
                words.ours(difference, locale),
                words.theirs(difference, locale),
                wording.moment(known.askedAt(), locale),
                words.proposal(difference, locale),
                state(known.state(), locale),
                known.state() == DifferenceState.OPEN || known.state() == DifferenceState.REPORTED,
                decision(known, locale),
                known.firstSeen());
    }

    private PartLine part(NightPart part, Locale locale) {
        boolean compared = part.ours() != null;
        return new PartLine(
                words.part(part.part(), locale),
                compared
                        ? wording.value(
                                "reconciliation.partState." + part.state().code(), locale, part.differences())
                        : wording.value(
                                "reconciliation.partState." + part.state().code(), locale),
                part.state() != NightPart.State.COMPARED,
                compared ? wording.value("reconciliation.partCounts", locale, part.ours(), part.listed()) : null,
                part.words());
    }

    /** Who decided, when and why, and what the partner did not do; null before anything of it. */
    private String decision(KnownDifference known, Locale locale) {
        if (known.words() != null) {
            return wording.value("reconciliation.refused", locale, known.words());
        }
        if (known.decidedBy() == null) {
            return null;
        }
        String who = wording.person(known.decidedBy()) + ", " + wording.day(known.decidedAt(), locale);
        String until = known.againOn() == null
                ? ""
                : ", " + wording.value("reconciliation.again", locale, wording.day(known.againOn(), locale));
        return who + until + (known.reason() == null ? "" : "\n" + known.reason());
    }

    private String state(DifferenceState state, Locale locale) {
        return wording.value("reconciliation.state." + state.code(), locale);
    }
}
