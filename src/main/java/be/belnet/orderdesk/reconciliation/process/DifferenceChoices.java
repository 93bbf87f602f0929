package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.reconciliation.DifferenceWords;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.workflow.TaskForm.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be decided on at once: all of one kind that have the same act, where there are several, and each by itself. */
@Component
class DifferenceChoices {
    private static final String ALL = "all/";
    private static final String ONE = "one/";

    private final DifferenceWords words;

    DifferenceChoices(DifferenceWords words) {
        this.words = words;
    }

    List<Option> of(List<KnownDifference> open, Locale locale) {
        Stream<Option> kinds = byKind(open).entrySet().stream()
                .filter(kind -> kind.getValue().size() > 1)
                .map(kind -> new Option(kind.getKey(), all(kind.getValue(), locale)));
        Stream<Option> single = open.stream().map(one -> new Option(ONE + one.id(), words.line(one, locale)));
        return Stream.concat(kinds, single).toList();
    }

    /** Empty when what was chosen is none of these. */
    List<KnownDifference> chosen(List<KnownDifference> open, String choice) {
        return choice.startsWith(ALL)
                ? byKind(open).getOrDefault(choice, List.of())
                : open.stream().filter(one -> choice.equals(ONE + one.id())).toList();
    }

    private String all(List<KnownDifference> same, Locale locale) {
        return words.say(
                "reconciliation.all",
                locale,
                words.kind(same.get(0).difference().kind(), locale),
                words.part(same.get(0).part(), locale),
                same.size());
    }

    private static Map<String, List<KnownDifference>> byKind(List<KnownDifference> open) {
        return open.stream()
                .collect(Collectors.groupingBy(
                        one -> ALL + one.part() + "/" + one.difference().kind().code() + "/"
                                + (one.difference().act() == null
                                        ? ""
                                        : one.difference().act().code()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
