package be.belnet.orderdesk.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service is like for one customer.
 *
 * @param aspects camel case, such as cpus; what is the case of each, as codes or names, in the order to show it
 */
public record Arrangement(Map<String, List<String>> aspects) {
    public Arrangement {
        Map<String, List<String>> known = new LinkedHashMap<>();
        aspects.forEach((aspect, contents) -> {
            if (!contents.isEmpty()) {
                known.put(aspect, List.copyOf(contents));
            }
        });
        aspects = Collections.unmodifiableMap(known);
    }

    /** Empty where nothing is known. */
    public List<String> all(String aspect) {
        return aspects.getOrDefault(aspect, List.of());
    }

    /** Null where nothing is known. */
    public String one(String aspect) {
        return all(aspect).stream().findFirst().orElse(null);
    }

    /** Aspects in which both differ; the order of contents does not count. */
    public Set<String> differences(Arrangement other) {
        return Stream.of(this, other)
                .flatMap(one -> one.aspects().keySet().stream())
                .filter(aspect -> !Set.copyOf(all(aspect)).equals(Set.copyOf(other.all(aspect))))
                .collect(Collectors.toSet());
    }

    /** What of an aspect this one has and the other has not. */
    public List<String> beyond(Arrangement other, String aspect) {
        return all(aspect).stream()
                .filter(content -> !other.all(aspect).contains(content))
                .toList();
    }
}
