package be.belnet.orderdesk.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets answers pass a form as completing it would, without keeping anything. */
@Component
public class FormCheck {
    private final FormCatalogue catalogue;
    private final FormProblems problems;

    FormCheck(FormCatalogue catalogue, FormProblems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * The answers on top of what the form shows when it opens.
     *
     * @param given by field key; an empty text counts as a field left empty, a field not given keeps what is known
     * @throws AnswersRefusedException as completing the form would; {@link FormProblems#of} has the words
     */
    public Answers read(String name, FormContext context, Map<String, Object> given) {
        TaskForm form = catalogue.form(name);
        Map<String, Object> all = new HashMap<>(form.values(context));
        all.putAll(given);
        return read(catalogue.schema(name), form, context, all);
    }

    Answers read(FormSchema schema, TaskForm form, FormContext context, Map<String, Object> given) {
        try {
            return schema.read(given, offered(form, context));
        } catch (AnswersRefusedException refused) {
            problems.keep(schema, refused);
            throw refused;
        }
    }

    private static Map<String, Set<String>> offered(TaskForm form, FormContext context) {
        return form.options(context).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> values(field.getValue())));
    }

    private static Set<String> values(List<TaskForm.Option> options) {
        return options.stream().map(TaskForm.Option::value).collect(Collectors.toSet());
    }
}
