package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** What the documents say exists. */
class DocsTest {
    private static final Path README = Path.of("README.md");
    private static final Path OPERATIONS = Path.of("docs/operations.md");
    private static final Path SETTINGS = Path.of("src/main/resources/application.yaml");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([a-z][\\w.-]+)` \\| (`([^`]*)` \\||[^|]*\\|)");
    private static final Pattern MEMBER = Pattern.compile("\\[\\d+]|\\.(nl|fr|en|de|\\d+)$");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(documents().flatMap(DocsTest::links))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.file()).as(link.toString()).exists());
    }

    @Test
    void everyDocumentedSettingExists() throws IOException {
        assertThat(settings().keySet()).containsAll(documented().keySet());
    }

    @Test
    void everySettingOfOursIsDocumented() throws IOException {
        assertThat(documented().keySet())
                .containsAll(settings().keySet().stream()
                        .filter(setting -> setting.startsWith("orderdesk."))
                        .toList());
    }

    @Test
    void documentedDefaultsAreThoseOfTheApplication() throws IOException {
        Map<String, String> settings = settings();
        assertThat(documented().entrySet().stream().filter(row -> hasValue(row, settings)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getValue()).as(row.getKey()).isEqualTo(settings.get(row.getKey())));
    }

    @Test
    void everyProcessStandsInTheReadme() throws IOException {
        assertThat(models()).isNotEmpty().allSatisfy(model -> assertThat(Files.readString(README))
                .contains("| [`%s`](%s) "
                        .formatted(
                                model.getFileName().toString().replace(".bpmn", ""),
                                model.toString().replace('\\', '/'))));
    }

    @Test
    void readmeShowsTheOrder() throws IOException {
        assertThat(Files.readString(README)).contains("![The process bams-order](docs/models/bams-order.svg)");
    }

    @Test
    void everyDecisionStandsInTheList() throws IOException {
        Path list = Path.of("docs/adr/README.md");
        try (Stream<Path> decisions = Files.list(list.getParent())) {
            assertThat(decisions.filter(file -> !file.equals(list)))
                    .allSatisfy(file -> assertThat(Files.readString(list)).contains("(" + file.getFileName() + ")"));
        }
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(found).contains(OPERATIONS);
            return Stream.concat(Stream.of(README, Path.of("CHANGELOG.md"), Path.of("SECURITY.md")), found.stream());
        }
    }

    private static boolean hasValue(Map.Entry<String, String> row, Map<String, String> settings) {
        return !row.getValue().isEmpty()
                && !settings.getOrDefault(row.getKey(), "").isEmpty();
    }

    private record Link(Path document, String target) {
        Path file() {
            return document.resolveSibling(target.replaceFirst("#.*", "")).normalize();
        }
    }

    private static Stream<Link> links(Path document) {
        return LINK.matcher(read(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains(":") && !link.startsWith("#"))
                .map(link -> new Link(document, link));
    }

    /** Settings that have a row in the chapter on them, each with its default; empty where that is given in words. */
    private static Map<String, String> documented() throws IOException {
        String text = Files.readString(OPERATIONS);
        return SETTING.matcher(text.substring(text.indexOf("## Settings")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3) == null ? "" : row.group(3)));
    }

    /** Settings of the application; a list or a map by language or number counts as one, without a value. */
    private static Map<String, String> settings() throws IOException {
        var yaml = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application", new FileSystemResource(SETTINGS))
                .get(0);
        Map<String, String> settings = new TreeMap<>();
        for (String name : yaml.getPropertyNames()) {
            String whole = MEMBER.matcher(name).replaceAll("");
            settings.put(whole, whole.equals(name) ? yaml.getProperty(name).toString() : "");
        }
        return settings;
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
