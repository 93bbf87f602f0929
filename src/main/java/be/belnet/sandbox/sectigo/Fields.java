package be.belnet.sandbox.sectigo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The fields of a request, read kindly: unknown ones are ignored, numbers and flags may be texts. */
class Fields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    /** @param body may be null */
    static Fields parse(String body) {
        try {
            return of(JSON.readTree(body == null ? "" : body), "request body");
        } catch (JsonProcessingException broken) {
            throw SectigoError.invalid("request body");
        }
    }

    /** A request that says one thing. */
    static Fields of(String name, String text) {
        return new Fields(JSON.createObjectNode().put(name, text));
    }

    private static Fields of(JsonNode node, String name) {
        if (!node.isObject()) {
            throw SectigoError.invalid(name);
        }
        return new Fields(node);
    }

    String text(String name, int longest) {
        return optionalText(name, longest)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> SectigoError.missing(name));
    }

    Optional<String> optionalText(String name, int longest) {
        return optional(name).map(value -> {
            if (!value.isValueNode() || value.asText().length() > longest) {
                throw SectigoError.invalid(name);
            }
            return value.asText();
        });
    }

    int number(String name) {
        return optionalNumber(name).orElseThrow(() -> SectigoError.missing(name));
    }

    Optional<Integer> optionalNumber(String name) {
        return optional(name)
                .filter(value -> !value.asText("").isEmpty() || value.isNumber())
                .map(value -> whole(value, name));
    }

    Optional<Boolean> flag(String name) {
        return optional(name).map(value -> switch (value.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw SectigoError.invalid(name);
        });
    }

    /** Empty when absent. */
    List<Fields> objects(String name) {
        return elements(name).stream().map(element -> of(element, name)).toList();
    }

    /** Empty when absent. */
    List<String> texts(String name) {
        return elements(name).stream().map(JsonNode::asText).toList();
    }

    /** Empty when absent. */
    List<Integer> numbers(String name) {
        return elements(name).stream().map(element -> whole(element, name)).toList();
    }

    /** A whole object as JSON. */
    Optional<String> object(String name) {
        return optional(name).map(value -> of(value, name).node.toString());
    }

    /** A whole list as JSON; an empty one when absent. */
    String array(String name) {
        elements(name);
        return optional(name).map(JsonNode::toString).orElse("[]");
    }

    /** All of it as JSON. */
    String whole() {
        return node.toString();
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    private static int whole(JsonNode value, String name) {
        try {
            return Integer.parseInt(value.asText().strip());
        } catch (NumberFormatException notANumber) {
            throw SectigoError.invalid(name);
        }
    }

    private List<JsonNode> elements(String name) {
        return optional(name)
                .map(value -> {
                    if (!value.isArray()) {
                        throw SectigoError.invalid(name);
                    }
                    return StreamSupport.stream(value.spliterator(), false).toList();
                })
                .orElse(List.of());
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }
}
