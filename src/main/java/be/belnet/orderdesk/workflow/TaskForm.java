package be.belnet.orderdesk.workflow;

import java.util.List;
import java.util.Map;

/**
 * What Orderdesk knows about one form: what to show when it opens and what to do with the answers. The form itself, its
 * fields and their limits, stands in {@code processes/**}{@code /forms/<name>.form}; answers arrive here only after
 * they passed it.
 */
public interface TaskForm {
    /** File name without ending; the task's name in kebab case, such as {@code determine-needs}. */
    String name();

    /** Values to fill in when the form opens, by field key: String, Boolean, Integer, or a list of String. */
    default Map<String, Object> values(FormContext context) {
        return Map.of();
    }

    /**
     * Choices of select, radio and checklist fields that are not fixed in the form, and those of its own that are left
     * when not all make sense now; by field key.
     */
    default Map<String, List<Option>> options(FormContext context) {
        return Map.of();
    }

    /** What the form's texts say about the order, by the name that stands in them as {{name}}; never null values. */
    default Map<String, String> facts(FormContext context) {
        return Map.of();
    }

    /** Parts of the form's texts that the form evaluates itself while it is filled in, by the name that stands in the
     * texts as {{name}}: FEEL templates, never anything a person typed. */
    default Map<String, String> templates(FormContext context) {
        return Map.of();
    }

    /** Kind of the document that one may scan and put beside the form; null for most forms. */
    default String scan() {
        return null;
    }

    /**
     * Moves the answers into the order file, in the engine's transaction.
     *
     * @return routing variables to set; nothing else reaches the engine
     * @throws AnswersRefusedException when an answer makes no sense here; nothing is kept then
     */
    Map<String, Object> submit(FormContext context, Answers answers);

    /** @param label already in the reader's language */
    record Option(String value, String label) {}
}
