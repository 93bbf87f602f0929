package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.TaskForm.Option;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** Serves forms to Tasklist: in the reader's language, with what is known filled in, to those who may see the task. */
@RestController
class FormsController {
    private final FormCatalogue catalogue;
    private final MessageSource messages;
    private final TaskService tasks;
    private final RuntimeService processes;
    private final IdentityService identity;
    private final ObjectMapper json;

    FormsController(
            FormCatalogue catalogue,
            MessageSource messages,
            TaskService tasks,
            RuntimeService processes,
            IdentityService identity,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.tasks = tasks;
        this.processes = processes;
        this.identity = identity;
        this.json = json;
    }

    @GetMapping("/forms/{name:[a-z0-9-]+}")
    ResponseEntity<JsonNode> startForm(@PathVariable String name, Principal user, Locale locale) {
        if (!catalogue.isStartForm(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return serve(name, new FormContext(null, null, user.getName(), StaffLanguage.of(locale)));
    }

    @GetMapping("/forms/{name:[a-z0-9-]+}/{taskId}")
    ResponseEntity<JsonNode> taskForm(
            @PathVariable String name, @PathVariable String taskId, Principal user, Locale locale) {
        Task task = visible(taskId, user);
        if (!"camunda-forms:/forms/%s/%s".formatted(name, taskId).equals(task.getFormKey())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return serve(name, new FormContext(order(task), taskId, user.getName(), StaffLanguage.of(locale)));
    }

    private Task visible(String taskId, Principal user) {
        List<String> groups = identity.createGroupQuery().groupMember(user.getName()).list().stream()
                .map(Group::getId)
                .toList();
        try {
            identity.setAuthentication(user.getName(), groups);
            Task task =
                    tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
            if (task == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return task;
        } finally {
            identity.clearAuthentication();
        }
    }

    private String order(Task task) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private ResponseEntity<JsonNode> serve(String name, FormContext context) {
        if (!catalogue.has(name)) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    messages.getMessage("form.error.otherRelease", null, context.locale()));
        }
        TaskForm form = catalogue.form(name);
        JsonNode filled = fill(
                catalogue.schema(name).definition().deepCopy(),
                new Filling(
                        form.values(context),
                        form.options(context),
                        form.facts(context),
                        form.templates(context),
                        context.locale()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(filled);
    }

    private record Filling(
            Map<String, Object> values,
            Map<String, List<Option>> options,
            Map<String, String> facts,
            Map<String, String> templates,
            Locale locale) {}

    private JsonNode fill(JsonNode node, Filling filling) {
        if (node.isTextual() && node.asText().startsWith("@")) {
            return TextNode.valueOf(message(node.asText().substring(1), filling));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, fill(array.get(i), filling));
            }
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> object.set(field, fill(object.get(field), filling)));
            fillField(object, filling);
        }
        return node;
    }

    private void fillField(ObjectNode component, Filling filling) {
        String key = component.path("key").asText();
        if (component.path("type").asText().equals("expression") && key.equals("formToken")) {
            component.put("expression", "=\"" + UUID.randomUUID() + "\"");
        }
        if (component.path("validate") instanceof ObjectNode limits) {
            // form-js would show the bare expression; the server says it in words
            limits.remove("pattern");
        }
        if (filling.values().get(key) != null) {
            component.set("defaultValue", json.valueToTree(filling.values().get(key)));
        }
        if (filling.options().containsKey(key)) {
            component.set("values", json.valueToTree(filling.options().get(key)));
        }
    }

    /** Facts stand in the texts as {{name}}; they are escaped, since form texts are HTML and templates themselves. */
    private String message(String key, Filling filling) {
        String text = messages.getMessage(key, null, key, filling.locale());
        for (var fact : filling.facts().entrySet()) {
            text = text.replace("{{" + fact.getKey() + "}}", harmless(fact.getValue()));
        }
        for (var template : filling.templates().entrySet()) {
            text = text.replace("{{" + template.getKey() + "}}", template.getValue());
        }
        return text;
    }

    private static String harmless(String fact) {
        return HtmlUtils.htmlEscape(fact).replace("{", "&#123;");
    }
}
