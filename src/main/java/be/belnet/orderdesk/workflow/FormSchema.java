package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form as its file describes it: what is shown, and what the server takes for an answer. */
class FormSchema {
    private final JsonNode definition;
    private final Map<String, FormField> fields = new LinkedHashMap<>();

    FormSchema(JsonNode definition) {
        this.definition = definition;
        collect(definition);
    }

    private void collect(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            if (FormField.isInput(component)) {
                FormField field = FormField.of(component);
                fields.put(field.key(), field);
            }
            collect(component);
        }
    }

    JsonNode definition() {
        return definition;
    }

    Map<String, FormField> fields() {
        return fields;
    }

    /**
     * Checks what was sent, all fields at once.
     *
     * @param given by field key; null values count as absent
     * @param options values the server offered, by field key
     * @throws AnswersRefusedException naming every field that is unknown, missing or outside its limits
     */
    Answers read(Map<String, Object> given, Map<String, Set<String>> options) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        given.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .forEach(key -> refusals.add(new Refusal(null, "form.error.unknownField", key)));
        fields.values().forEach(field -> {
            try {
                Object answer = given.get(field.key());
                Object value = answer == null ? null : field.read(answer, offered(field, options));
                if (value != null) {
                    answers.put(field.key(), value);
                } else if (field.isRequired()) {
                    refusals.add(new Refusal(field.key(), "form.error.required"));
                }
            } catch (AnswersRefusedException refused) {
                refusals.addAll(refused.refusals());
            }
        });
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return new Answers(answers);
    }

    private static Set<String> offered(FormField field, Map<String, Set<String>> options) {
        return options.getOrDefault(field.key(), field.serverOptions() ? Set.of() : null);
    }
}
