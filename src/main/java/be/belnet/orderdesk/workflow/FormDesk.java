package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where answers arrive: checks them against their form, has them kept, and gives the engine the routing variables only. */
@Component
class FormDesk {
    private final FormCatalogue catalogue;
    private final FormCheck check;
    private final ObjectMapper json;
    private final List<FormEnclosure> enclosures;
    private final ThreadLocal<String> answered = new ThreadLocal<>();

    FormDesk(FormCatalogue catalogue, FormCheck check, ObjectMapper json, List<FormEnclosure> enclosures) {
        this.catalogue = catalogue;
        this.check = check;
        this.json = json;
        this.enclosures = List.copyOf(enclosures);
    }

    void submitTask(String form, TaskEntity task, VariableMap answers) {
        String order = task.getProcessInstance().getBusinessKey();
        Map<String, Object> routing = submit(form, new FormContext(order, task.getId(), user(), locale()), answers);
        task.getExecution().getProcessInstance().setVariables(routing);
        answered.set(task.getId());
    }

    void submitStart(String form, ExecutionEntity process, VariableMap answers) {
        var context = new FormContext(null, null, process.getProcessDefinition().getKey(), user(), locale());
        Map<String, Object> routing = new HashMap<>(submit(form, context, answers));
        process.setProcessBusinessKey((String) routing.remove(StartForm.ORDER_NUMBER));
        process.setVariables(routing);
    }

    /**
     * Lets a task be completed only by its form.
     *
     * @throws AnswersRefusedException when it is completed past it
     */
    void requireAnswers(String taskId) {
        boolean byForm = taskId.equals(answered.get());
        answered.remove();
        if (!byForm) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.onlyByForm")));
        }
    }

    private Map<String, Object> submit(String name, FormContext context, VariableMap answers) {
        return Context.getCommandContext()
                .runWithoutAuthorization(
                        () -> check.pass(name, context, () -> plain(answers), checked -> keep(name, context, checked)));
    }

    private Map<String, Object> keep(String name, FormContext context, Answers answers) {
        if (context.taskId() != null) {
            enclosures.forEach(enclosure -> enclosure.keep(name, context, answers));
        }
        return catalogue.form(name).submit(context, answers);
    }

    private Map<String, Object> plain(VariableMap answers) {
        Map<String, Object> plain = new HashMap<>();
        answers.keySet().forEach(key -> plain.put(key, plain(key, answers.getValueTyped(key))));
        return plain;
    }

    /** Lists arrive as Json text; it is read here, never by the engine, so that nothing is deserialised on trust. */
    private Object plain(String key, TypedValue value) {
        if (!(value instanceof SerializableValue serialized) || serialized.isDeserialized()) {
            return value == null ? null : value.getValue();
        }
        try {
            return json.readValue(serialized.getValueSerialized(), Object.class);
        } catch (JsonProcessingException notJson) {
            throw new AnswersRefusedException(key, "form.error.notAnOption");
        }
    }

    private static String user() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    private static java.util.Locale locale() {
        return StaffLanguage.of(LocaleContextHolder.getLocale());
    }
}
