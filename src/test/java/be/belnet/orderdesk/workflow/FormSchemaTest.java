package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form lets through, whatever the browser sent. */
class FormSchemaTest {
    private static final String FORM = """
            {"components": [
              {"type": "textfield", "key": "name", "label": "@n", "validate": {"required": true, "maxLength": 10}},
              {"type": "textfield", "key": "mail", "validate": {"validationType": "email", "maxLength": 254}},
              {"type": "textfield", "key": "phone", "validate": {"validationType": "phone"}},
              {"type": "textarea", "key": "text", "validate": {"maxLength": 100}},
              {"type": "number", "key": "copies", "validate": {"min": 0, "max": 2}},
              {"type": "checkbox", "key": "agreed"},
              {"type": "select", "key": "size", "values": [{"value": "1"}, {"value": "2"}]},
              {"type": "select", "key": "person", "values": [], "properties": {"options": "server"}},
              {"type": "checklist", "key": "checks", "values": [{"value": "a"}, {"value": "b"}]},
              {"type": "datetime", "key": "day", "subtype": "date"},
              {"type": "group", "components": [{"type": "datetime", "key": "at", "subtype": "datetime"}]}
            ]}
            """;

    private final FormSchema schema = schema();

    @Test
    void answersArriveInTheirTypes() {
        Answers answers = read(Map.of(
                "name", " Jo ",
                "copies", 2,
                "agreed", true,
                "size", "2",
                "checks", List.of("a"),
                "day", "2026-12-24",
                "at", "2026-12-24T14:30"));
        assertThat(answers.text("name")).isEqualTo("Jo");
        assertThat(answers.number("copies", 0)).isEqualTo(2);
        assertThat(answers.flag("agreed", false)).isTrue();
        assertThat(answers.choices("checks")).containsExactly("a");
        assertThat(answers.date("day")).isEqualTo("2026-12-24");
        assertThat(answers.dateTime("at")).isEqualTo(LocalDateTime.of(2026, 12, 24, 14, 30));
    }

    @Test
    void momentWithSecondsIsThatMoment() {
        assertThat(read(Map.of("name", "Jo", "at", "2026-11-29T12:48:08")).dateTime("at"))
                .isEqualTo(LocalDateTime.of(2026, 11, 29, 12, 48, 8));
    }

    @Test
    void momentWithOffsetIsToldInBrussels() {
        assertThat(read(Map.of("name", "Jo", "at", "2026-07-01T10:00:00Z")).dateTime("at"))
                .isEqualTo(LocalDateTime.of(2026, 7, 1, 12, 0));
    }

    @Test
    void emptyTextIsAbsent() {
        assertThat(read(Map.of("name", "Jo", "mail", "  ")).has("mail")).isFalse();
        assertThat(refusal(Map.of("name", " "))).containsExactly("name form.error.required");
    }

    @Test
    void textThatNobodyCanSeeIsAbsent() {
        assertThat(read(Map.of("name", "Jo", "text", "\u200B \u202E\n\uFEFF")).has("text"))
                .isFalse();
        assertThat(refusal(Map.of("name", "\u2060\u00A0"))).containsExactly("name form.error.required");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(refusal(Map.of("name", "Jo\uD83D"))).containsExactly("name form.error.controlCharacters");
        assertThat(refusal(Map.of("name", "Jo", "text", "\uDE00 Jo")))
                .containsExactly("text form.error.controlCharacters");
        assertThat(read(Map.of("name", "Jo", "text", "\uD83D\uDE00")).text("text"))
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    void unknownFieldIsRefused() {
        assertThat(refusal(Map.of("name", "Jo", "contractSigned", true)))
                .containsExactly("null form.error.unknownField");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThat(refusal(Map.of("copies", 3, "size", "7")))
                .containsExactlyInAnyOrder(
                        "name form.error.required", "copies form.error.tooLarge", "size form.error.notAnOption");
    }

    @ParameterizedTest
    @CsvSource({
        "copies, -1, form.error.tooSmall",
        "copies, 1.5, form.error.notANumber",
        "copies, many, form.error.notANumber",
        "size, 3, form.error.notAnOption",
        "person, nobody, form.error.notAnOption",
        "agreed, yes, form.error.notAFlag",
        "checks, a, form.error.notAnOption",
        "day, 2026-02-30, form.error.notADate",
        "day, +999999-01-01, form.error.notADate",
        "day, 0026-12-24, form.error.notADate",
        "at, tomorrow, form.error.notADate",
        "at, 20266-12-24T14:30, form.error.notADate",
        "at, +300000-12-24T14:30, form.error.notADate",
        "phone, call me, form.error.notAPhone",
        "name, much longer than ten, form.error.tooLong"
    })
    void answerOutsideItsLimitsIsRefused(String field, String answer, String reason) {
        var given = new java.util.HashMap<String, Object>(Map.of("name", "Jo"));
        given.put(field, answer);
        assertThat(refusal(given)).containsExactly(field + " " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a b@c.example",
                "@c.example",
                "a@c..example",
                "a@-c.example",
                "<a@c.example>",
                "j\u00f6@c.example",
                "a@c.--",
                ".a@c.example",
                "a.@c.example",
                "a..b@c.example",
                "a@c.example,b@c.example",
                "a@\u05d0c.example"
            })
    void textThatIsNoAddressIsRefused(String address) {
        assertThat(refusal(Map.of("name", "Jo", "mail", address))).containsExactly("mail form.error.notAnAddress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.b-c+d@c.example", "o'neill@mail.c-d.example", "a@m\u00fcller.example", "a@\u05d0.example"})
    void addressIsTaken(String address) {
        assertThat(read(Map.of("name", "Jo", "mail", address)).text("mail")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@c.example\r\nBcc: b@c.example", "a@c.example\nX", "a\u0000@c.example", "a\u2028@c.example"})
    void addressWithControlCharactersIsRefused(String address) {
        assertThat(refusal(Map.of("name", "Jo", "mail", address))).containsExactly("mail form.error.controlCharacters");
    }

    @Test
    void onlyTextAreasTakeSeveralLines() {
        assertThat(read(Map.of("name", "Jo", "text", "one\r\ntwo")).text("text"))
                .isEqualTo("one\ntwo");
        assertThat(refusal(Map.of("name", "J\no"))).containsExactly("name form.error.controlCharacters");
        assertThat(refusal(Map.of("name", "J\u2028o"))).containsExactly("name form.error.controlCharacters");
        assertThat(refusal(Map.of("name", "J\u2029o"))).containsExactly("name form.error.controlCharacters");
    }

    private Answers read(Map<String, Object> given) {
        return schema.read(given, Map.of("person", Set.of("relations1")));
    }

    private List<String> refusal(Map<String, Object> given) {
        var refused = new java.util.ArrayList<String>();
        assertThatThrownBy(() -> read(given))
                .asInstanceOf(type(AnswersRefusedException.class))
                .satisfies(exception ->
                        exception.refusals().stream().map(FormSchemaTest::word).forEach(refused::add));
        return refused;
    }

    private static String word(Refusal refusal) {
        return refusal.field() + " " + refusal.messageKey();
    }

    private static FormSchema schema() {
        try {
            return new FormSchema(new ObjectMapper().readTree(FORM));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
