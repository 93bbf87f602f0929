package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each form is what Tasklist shows and what the server validates against; its texts stand in four bundles. */
class FormsTest {
    private static final Path PROCESSES = Path.of("processes");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> BUNDLES =
            List.of("forms.properties", "forms_nl.properties", "forms_fr.properties", "forms_de.properties");

    /** What the form library of Tasklist 7.24.0 draws; any other type keeps the whole form from opening. */
    private static final Set<String> KNOWN_TYPES = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "text",
            "html",
            "expression",
            "group",
            "dynamiclist",
            "table",
            "image",
            "iframe",
            "button",
            "separator",
            "spacer");

    private static final Set<String> TEXTS =
            Set.of("label", "description", "text", "content", "dateLabel", "timeLabel", "alt", "title");
    private static final Set<String> VALIDATIONS =
            Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType");
    /** Takes lists from files; all others take what a person writes. */
    private static final String LIST = "domains";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{\\d}");

    private final Map<String, JsonNode> forms = forms();
    private final Map<String, Map<String, String>> bundles = BUNDLES.stream()
            .collect(Collectors.toMap(name -> name, name -> bundle(MESSAGES.resolve(name)), (a, b) -> a, TreeMap::new));

    @Test
    void eachUserTaskAndStartFormOfTheModelsHasItsFile() {
        var wanted = models().flatMap(model -> Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId),
                        model.getModelElementsByType(StartEvent.class).stream()
                                .filter(start -> start.getCamundaFormKey() != null)
                                .map(StartEvent::getId)))
                .map(FormsTest::kebab)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(forms.keySet()).isNotEmpty().isEqualTo(wanted);
    }

    @Test
    void eachUserTaskHasANameForItsReaders() {
        var wanted = models().flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(task -> "task." + task.getId() + ".name")
                .collect(Collectors.toCollection(TreeSet::new));

        bundles.forEach((name, texts) ->
                assertThat(keysStarting(texts, "task.")).as(name).isEqualTo(wanted));
    }

    @TestFactory
    Stream<DynamicTest> formsSuitTheFormLibraryOfTasklist() {
        return eachForm((name, form) -> {
            assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
            assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
            assertThat(form.path("type").asText()).isEqualTo("default");
            assertThat(form.path("id").asText()).isEqualTo(name);
            assertThat(components(form))
                    .extracting(c -> c.path("type").asText())
                    .isSubsetOf(KNOWN_TYPES);
            assertThat(components(form))
                    .extracting(c -> c.path("id").asText())
                    .doesNotHaveDuplicates()
                    .allMatch(id -> !id.isBlank());
            assertThat(inputs(form)).extracting(c -> c.path("key").asText()).doesNotHaveDuplicates();
        });
    }

    @TestFactory
    Stream<DynamicTest> inputsHaveLimitsTheServerCanEnforce() {
        return eachForm((name, form) -> assertThat(inputs(form)).allSatisfy(FormsTest::assertLimited));
    }

    /** A hidden field is not submitted, and the server does not evaluate the condition. */
    @TestFactory
    Stream<DynamicTest> fieldsThatMayBeHiddenAreNotRequired() {
        return eachForm((name, form) -> assertThat(inputs(form))
                .filteredOn(c -> c.has("conditional"))
                .noneMatch(c -> c.path("validate").path("required").asBoolean()));
    }

    @TestFactory
    Stream<DynamicTest> textsAreKeysOfTheFormsOwn() {
        return eachForm((name, form) ->
                assertThat(texts(form)).isNotEmpty().allMatch(t -> t.startsWith("@form." + name + ".")));
    }

    @Test
    void bundlesHoldExactlyTheTextsOfTheForms() {
        var used = forms.values().stream()
                .flatMap(form -> texts(form).stream())
                .map(text -> text.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));

        bundles.forEach((name, texts) -> {
            var present = keysStarting(texts, "form.");
            present.removeIf(key -> key.startsWith("form.error."));
            assertThat(present).as(name).isEqualTo(used);
        });
    }

    @Test
    void bundlesSayTheSameInFourLanguages() {
        var english = bundles.get("forms.properties");
        bundles.forEach((name, texts) -> {
            assertThat(texts.keySet()).as(name).isEqualTo(english.keySet());
            texts.forEach((key, text) -> {
                assertThat(text).as(name + " " + key).isNotBlank();
                assertThat(placeholders(text)).as(name + " " + key).isEqualTo(placeholders(english.get(key)));
            });
        });
    }

    @Test
    void formsThatAskForTheCustomersLanguageNameIt() {
        var english = bundles.get("forms.properties");
        var asking = english.entrySet().stream()
                .filter(text -> text.getValue().endsWith("use its language."))
                .map(text -> text.getKey().split("\\.")[1])
                .toList();

        assertThat(asking).hasSizeGreaterThan(9).allSatisfy(form -> assertThat(english.get("form." + form + ".facts"))
                .as(form)
                .contains("{{contactLanguage}}"));
    }

    /** A straight apostrophe would swallow the arguments after it in the messages that have any. */
    @Test
    void bundlesUseTheTypographicApostrophe() {
        bundles.forEach((name, texts) -> assertThat(texts.values()).as(name).noneMatch(text -> text.contains("'")));
    }

    private static void assertLimited(JsonNode input) {
        var validate = input.path("validate");
        assertThat(validate.fieldNames()).toIterable().isSubsetOf(VALIDATIONS);
        switch (input.path("type").asText()) {
            case "textfield", "textarea" ->
                assertThat(validate.path("maxLength").asInt())
                        .isBetween(1, input.path("key").asText().equals(LIST) ? 100_000 : 4000);
            case "number" -> {
                assertThat(validate.path("min").isInt()).isTrue();
                assertThat(validate.path("max").isInt()).isTrue();
                assertThat(input.path("decimalDigits").asInt(-1)).isZero();
            }
            case "select", "radio", "checklist" -> assertOptions(input);
            case "datetime" ->
                assertThat(input.path("subtype").asText() + " "
                                + input.path("timeSerializingFormat").asText())
                        .isIn("date ", "datetime no_timezone");
            case "checkbox", "expression" -> {}
            default -> assertThat(input).as("an input nobody limits").isNull();
        }
        if (validate.has("pattern")) {
            assertThatCode(() -> Pattern.compile(validate.path("pattern").asText()))
                    .doesNotThrowAnyException();
        }
    }

    private static void assertOptions(JsonNode input) {
        assertThat(input.path("values").isArray()).isTrue();
        var fromServer =
                "server".equals(input.path("properties").path("options").asText());
        assertThat(input.path("values").isEmpty()).isEqualTo(fromServer);
        assertThat(input.path("values"))
                .extracting(v -> v.path("value").asText())
                .doesNotHaveDuplicates();
        var preset = input.path("defaultValue");
        if (!preset.isMissingNode()) {
            assertThat(input.path("values")).extracting(v -> v.path("value")).contains(preset);
        }
    }

    private Stream<DynamicTest> eachForm(FormCheck check) {
        return forms.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> check.look(form.getKey(), form.getValue())));
    }

    private interface FormCheck {
        void look(String name, JsonNode form);
    }

    private static List<JsonNode> components(JsonNode parent) {
        var found = new ArrayList<JsonNode>();
        parent.path("components").forEach(component -> {
            found.add(component);
            found.addAll(components(component));
        });
        return found;
    }

    private static List<JsonNode> inputs(JsonNode form) {
        return components(form).stream().filter(c -> c.has("key")).toList();
    }

    private static List<String> texts(JsonNode node) {
        var found = new ArrayList<String>();
        node.fields().forEachRemaining(field -> {
            if (TEXTS.contains(field.getKey())) {
                found.add(field.getValue().asText());
            }
        });
        node.forEach(child -> found.addAll(texts(child)));
        return found;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(Objects.requireNonNull(text))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> keysStarting(Map<String, String> texts, String prefix) {
        return texts.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebab(String elementId) {
        return elementId
                .substring(elementId.indexOf('_') + 1)
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase();
    }

    private static Stream<BpmnModelInstance> models() {
        return files(".bpmn").stream().map(file -> Bpmn.readModelFromFile(file.toFile()));
    }

    private static Map<String, JsonNode> forms() {
        return files(".form").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".form", ""),
                        FormsTest::json,
                        (a, b) -> {
                            throw new IllegalStateException("Two forms of one name");
                        },
                        TreeMap::new));
    }

    private static List<Path> files(String ending) {
        try (var all = Files.walk(PROCESSES)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> bundle(Path file) {
        var read = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        read.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }
}
