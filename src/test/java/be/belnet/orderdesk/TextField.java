package be.belnet.orderdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A field of a form that people type words into.
 *
 * @param longest in characters
 * @param lines takes several lines
 */
record TextField(String form, String key, int longest, boolean lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whatever else has a key may hold words. */
    private static final Set<String> WITHOUT_WORDS =
            Set.of("number", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "expression");

    /** Those of all forms of all processes. */
    static List<TextField> all() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .map(TextField::read)
                    .flatMap(form -> fields(form.path("id").asText(), form))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return form + "." + key;
    }

    private static Stream<TextField> fields(String form, JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(
                        Stream.of(component).filter(TextField::holdsWords).map(field -> of(form, field)),
                        fields(form, component)));
    }

    private static boolean holdsWords(JsonNode component) {
        return component.has("key")
                && !WITHOUT_WORDS.contains(component.path("type").asText());
    }

    private static TextField of(String form, JsonNode field) {
        return new TextField(
                form,
                field.path("key").asText(),
                field.path("validate").path("maxLength").asInt(),
                field.path("type").asText().equals("textarea"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
