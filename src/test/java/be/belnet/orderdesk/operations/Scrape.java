package be.belnet.orderdesk.operations;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a monitoring system reads from the management port. */
public record Scrape(String text) {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(\\{[^}]*})? (\\S+)$");
    private static final Pattern PART = Pattern.compile("_(count|sum|max|bucket)$");

    /** Names of all samples. */
    Set<String> names() {
        return SAMPLE.matcher(text).results().map(sample -> sample.group(1)).collect(Collectors.toSet());
    }

    /** Names of our own metrics, without the endings that the parts of one have. */
    Set<String> ownMetrics() {
        return names().stream()
                .filter(name -> name.startsWith("orderdesk_"))
                .map(name -> PART.matcher(name).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    /** The one sample of this name with all these labels, each as {@code name="value"}. */
    public double value(String name, String... labels) {
        List<Double> found = SAMPLE.matcher(text)
                .results()
                .filter(sample -> sample.group(1).equals(name))
                .filter(sample -> List.of(labels).stream().allMatch(label -> hasLabel(sample.group(2), label)))
                .map(sample -> Double.valueOf(sample.group(3)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d samples of %s %s".formatted(found.size(), name, List.of(labels)));
        }
        return found.get(0);
    }

    private static boolean hasLabel(String labels, String label) {
        return labels != null && labels.matches(".*[{,]" + Pattern.quote(label) + "[,}].*");
    }
}
