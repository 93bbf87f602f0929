package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.StringUtils;

/** Whatever is recorded about an order can be told in four languages. */
class EventWordsTest {
    private static final Path MAIN = Path.of("src/main/java/be/belnet/orderdesk");
    private static final Pattern RECORDED = Pattern.compile(
            "\\brecord(?:By)?\\(\\s*[\\w.()]+,\\s*(?:eligible \\? )?\"(\\w+)\"(?!\\s*\\+)(?:\\s*:\\s*\"(\\w+)\")?");
    private static final Pattern REFUSED_TO_A_STEP =
            Pattern.compile("extends PartnerStep .*?super\\([^)]*?\"(\\w+Refused)\"\\)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> LANGUAGES = List.of("", "_nl", "_fr", "_de");

    @Test
    void eachKindOfEventHasWords() {
        Set<String> recorded = files(MAIN, ".java").stream()
                .flatMap(file -> RECORDED.matcher(read(file)).results())
                .flatMap(EventWordsTest::kinds)
                .collect(Collectors.toCollection(TreeSet::new));
        recorded.addAll(Stream.of("completed", "rejected", "withdrawn", "cancelled")
                .map(state -> "order" + state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1))
                .toList());
        recorded.add("requestReviewed");
        recorded.addAll(refusals());

        assertThat(recorded).contains("orderReceived", "eligible", "reviewNeeded", "contractGenerated", "mailSent");
        LANGUAGES.forEach(language -> assertThat(words("events" + language).stringPropertyNames())
                .as(language)
                .containsAll(recorded.stream().map(kind -> "event." + kind).toList()));
    }

    @Test
    void eachStepOfTheModelsHasAName() {
        Set<String> steps = files(Path.of("processes"), ".bpmn").stream()
                .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowNode.class).stream())
                .filter(node ->
                        node instanceof ServiceTask || node instanceof ReceiveTask || node instanceof BusinessRuleTask)
                .map(node -> "step." + node.getId())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(steps).isNotEmpty();
        LANGUAGES.forEach(language -> assertThat(words("events" + language).stringPropertyNames())
                .as(language)
                .containsAll(steps));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "desk", "bams", "support"})
    void theFourLanguagesSayTheSame(String bundle) {
        Properties english = words(bundle);
        for (String language : LANGUAGES) {
            Properties translated = words(bundle + language);
            assertThat(translated.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            translated.stringPropertyNames().forEach(key -> assertThat(places(translated.getProperty(key)))
                    .as(key + language)
                    .isEqualTo(places(english.getProperty(key))));
            assertThat(translated.values().stream().map(Object::toString))
                    .as(language)
                    .noneMatch(text -> text.contains("'"));
        }
    }

    /** A step at a partner records what its error is called. */
    private static List<String> refusals() {
        List<String> refusals = files(MAIN, ".java").stream()
                .flatMap(file -> REFUSED_TO_A_STEP.matcher(read(file)).results())
                .map(step -> StringUtils.uncapitalize(step.group(1)))
                .toList();
        assertThat(refusals).contains("licenceRefused", "organisationRefused");
        return refusals;
    }

    private static Stream<String> kinds(MatchResult call) {
        return Stream.of(call.group(1), call.group(2)).filter(kind -> kind != null);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle) {
        var words = new Properties();
        try (var text = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle + ".properties"))) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
