package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.reconciliation.DifferenceWords;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.NightPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the task's form tells: each difference with its evidence, and which partners said nothing. */
@Component
class DifferenceFacts {
    /** More than these are a matter for the page. */
    private static final int SHOWN = 20;

    private final Differences differences;
    private final DifferenceWords words;

    DifferenceFacts(Differences differences, DifferenceWords words) {
        this.differences = differences;
        this.words = words;
    }

    Map<String, String> of(String task, Locale locale) {
        List<KnownDifference> open = differences.open(task);
        return Map.of(
                "nightNumber", task,
                "count", Integer.toString(open.size()),
                "lines", lines(open, locale),
                "silent", silent(differences.parts(task), locale));
    }

    private String lines(List<KnownDifference> open, Locale locale) {
        String shown = open.stream()
                .limit(SHOWN)
                .map(one -> words.line(one, locale) + "\n" + words.evidence(one, locale))
                .collect(Collectors.joining("\n\n"));
        return open.size() <= SHOWN ? shown : shown + "\n…";
    }

    private String silent(List<NightPart> parts, Locale locale) {
        String names = parts.stream()
                .filter(part -> part.state() == NightPart.State.NOT_COMPARED)
                .map(part -> words.part(part.part(), locale))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : words.say("reconciliation.silent", locale, names);
    }
}
