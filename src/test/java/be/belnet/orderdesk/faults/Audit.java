package be.belnet.orderdesk.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the auditor found.
 *
 * @param parked orders at which a person is asked, by incident or by task
 * @param repeatedMails deliveries beyond the first, under the same Message-ID
 * @param breaches what does not hold, by invariant; empty when all is well
 */
record Audit(
        int accepted,
        int completed,
        List<String> parked,
        List<String> lost,
        List<String> doubles,
        int mails,
        int repeatedMails,
        Map<String, List<String>> breaches) {

    /** What does not hold, this one left out because the fault itself brings it about. */
    Map<String, List<String>> breachesBut(String expected) {
        Map<String, List<String>> others = new TreeMap<>(breaches);
        others.remove(expected);
        return others;
    }

    /** All that does not hold, in lines to be read. */
    String complaints() {
        return new TreeMap<>(breaches)
                .entrySet().stream()
                        .map(breach -> "%s (%d): %s"
                                .formatted(
                                        breach.getKey(),
                                        breach.getValue().size(),
                                        breach.getValue().stream().limit(5).collect(Collectors.joining("; "))))
                        .collect(Collectors.joining("\n"));
    }
}
