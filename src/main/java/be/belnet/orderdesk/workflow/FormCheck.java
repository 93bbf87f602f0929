package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
     * @return what {@code use} makes of them
     * @throws AnswersRefusedException when form or {@code use} refuses them; {@link FormProblems#of} has the words
     */
    public <T> T look(String name, FormContext context, Map<String, Object> given, Function<Answers, T> use) {
        Map<String, Object> all = new HashMap<>(catalogue.form(name).values(context));
        all.putAll(given);
        return pass(name, context, () -> all, use);
    }

    <T> T pass(String name, FormContext context, Supplier<Map<String, Object>> given, Function<Answers, T> use) {
        requireKnown(name);
        FormSchema schema = catalogue.schema(name);
        try {
            return use.apply(schema.read(given.get(), offered(catalogue.form(name), context)));
        } catch (AnswersRefusedException refused) {
            problems.keep(schema, refused);
            throw refused;
        }
    }

    /** While a release is rolled out, a task may have been made by a newer one. */
    private void requireKnown(String name) {
        if (!catalogue.has(name)) {
            problems.keep(List.of(problems.general("form.error.otherRelease")));
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.otherRelease")));
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
