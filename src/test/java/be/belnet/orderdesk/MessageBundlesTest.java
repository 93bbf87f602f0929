package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read has all its words in all four languages. */
class MessageBundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.-]+)");
    private static final Pattern LANGUAGE = Pattern.compile("_(nl|fr|de)$");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    @ParameterizedTest
    @ValueSource(strings = {"mail", "contract", "domains", "useful", "privacy"})
    void eachKeyOfATemplateHasItsWordsInEachLanguage(String bundle) throws IOException {
        Set<String> used = keysIn(bundle);

        assertThat(used).isNotEmpty();
        for (String language : List.of("", "_nl", "_fr", "_de")) {
            assertThat(words(bundle + language).stringPropertyNames())
                    .as(language)
                    .containsAll(used);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theFourLanguagesSayTheSame(String bundle) throws IOException {
        Properties english = words(bundle);
        for (String language : List.of("_nl", "_fr", "_de")) {
            Properties translated = words(bundle + language);
            assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            translated.stringPropertyNames().forEach(key -> assertThat(places(translated.getProperty(key)))
                    .as(key + language)
                    .isEqualTo(places(english.getProperty(key))));
        }
    }

    /** In the format of the bundles a straight apostrophe would hide the values behind it. */
    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreTypographic(String bundle) throws IOException {
        for (String language : List.of("", "_nl", "_fr", "_de")) {
            assertThat(words(bundle + language).values())
                    .noneMatch(words -> words.toString().contains("'"));
        }
    }

    @Test
    void noBundleHasAKeyTwice() throws IOException {
        try (Stream<Path> bundles = Files.list(RESOURCES.resolve("messages"))) {
            assertThat(bundles.toList()).hasSizeGreaterThan(4).allSatisfy(bundle -> assertThat(
                            Files.readAllLines(bundle))
                    .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
                    .extracting(line -> line.substring(0, line.indexOf('=')).strip())
                    .doesNotHaveDuplicates());
        }
    }

    private static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !LANGUAGE.matcher(name).find())
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> keysIn(String bundle) throws IOException {
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates/" + bundle))) {
            return templates
                    .filter(Files::isRegularFile)
                    .flatMap(template -> KEY.matcher(read(template)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Files.newInputStream(RESOURCES.resolve("messages/" + name + ".properties")), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
