package be.belnet.orderdesk.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Names of metrics in the files for Prometheus and Grafana. */
final class Expressions {
    private static final Pattern NO_METRIC = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)|\\b(and|or|unless|bool|offset)\\b");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    /** Made by Prometheus itself. */
    private static final Set<String> NOT_SCRAPED = Set.of("up");

    private Expressions() {}

    /** @param file YAML, which JSON is too */
    static Set<String> metricsOf(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            Object all = new Yaml().load(text);
            return new ObjectMapper()
                    .valueToTree(all).findValuesAsText("expr").stream()
                            .flatMap(expression -> metrics(expression).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Set<String> metrics(String expression) {
        return NAME.matcher(NO_METRIC.matcher(expression).replaceAll(" "))
                .results()
                .map(name -> name.group())
                .filter(name -> !NOT_SCRAPED.contains(name))
                .collect(Collectors.toSet());
    }
}
