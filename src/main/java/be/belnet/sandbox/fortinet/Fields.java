package be.belnet.sandbox.fortinet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The fields of a request; one that is missing or of the wrong kind is a {@link Refusal} naming it. */
class Fields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    static Fields parse(String body) {
        try {
            return of(JSON.readTree(body == null ? "" : body), "request body");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("request body");
        }
    }

    private static Fields of(JsonNode node, String name) {
        if (!node.isObject()) {
            throw Refusal.invalid(name);
        }
        return new Fields(node);
    }

    String text(String name) {
        return optionalText(name).filter(text -> !text.isBlank()).orElseThrow(() -> Refusal.invalid(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(value -> {
            if (!value.isTextual()) {
                throw Refusal.invalid(name);
            }
            return value.textValue();
        });
    }

    /** A number or a text, as text: answers hold every parameter as text, requests are read more kindly. */
    String scalar(String name) {
        return optional(name)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .orElseThrow(() -> Refusal.invalid(name));
    }

    int number(String name) {
        return optionalNumber(name).orElseThrow(() -> Refusal.invalid(name));
    }

    Optional<Integer> optionalNumber(String name) {
        return optional(name).map(value -> {
            if (!value.isInt()) {
                throw Refusal.invalid(name);
            }
            return value.intValue();
        });
    }

    /** False when absent. */
    boolean flag(String name) {
        return optional(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw Refusal.invalid(name);
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    boolean has(String name) {
        return optional(name).isPresent();
    }

    /** Empty when absent. */
    List<Fields> objects(String name) {
        return elements(name).stream().map(element -> of(element, name)).toList();
    }

    /** Empty when absent. */
    List<String> texts(String name) {
        return elements(name).stream().map(JsonNode::asText).toList();
    }

    private List<JsonNode> elements(String name) {
        return optional(name)
                .map(value -> {
                    if (!value.isArray()) {
                        throw Refusal.invalid(name);
                    }
                    return StreamSupport.stream(value.spliterator(), false).toList();
                })
                .orElse(List.of());
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }
}
