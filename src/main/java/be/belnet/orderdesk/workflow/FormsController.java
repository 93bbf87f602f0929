package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import be.belnet.orderdesk.workflow.TaskForm.Option;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final TaskAccess access;
    private final TaskDrafts drafts;
    private final List<FormEnclosure> enclosures;
    private final List<MailPreviews> previews;
    private final ObjectMapper json;

    FormsController(
            FormCatalogue catalogue,
            MessageSource messages,
            TaskAccess access,
            TaskDrafts drafts,
            List<FormEnclosure> enclosures,
            List<MailPreviews> previews,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.access = access;
        this.drafts = drafts;
        this.enclosures = List.copyOf(enclosures);
        this.previews = List.copyOf(previews);
        this.json = json;
    }

    @GetMapping("/forms/{name:[a-z0-9-]+}")
    ResponseEntity<JsonNode> startForm(@PathVariable String name, Principal user, Locale locale) {
        if (!catalogue.isStartForm(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(served(name, new FormContext(null, null, user.getName(), StaffLanguage.of(locale)), Map.of()));
    }

    @GetMapping("/forms/{name:[a-z0-9-]+}/{taskId}")
    ResponseEntity<JsonNode> taskForm(
            @PathVariable String name, @PathVariable String taskId, Principal user, Locale locale) {
        Accessible task = access.visible(taskId, user.getName())
                .filter(found -> found.form().equals(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var context = new FormContext(task.order(), taskId, user.getName(), StaffLanguage.of(locale));
        if (!task.workable()) {
            return answer(served(name, context, Map.of()));
        }
        Optional<TaskDraft> draft = drafts.find(taskId);
        JsonNode form = served(name, context, draft.map(TaskDraft::answers).orElse(Map.of()));
        ((ObjectNode) form).set("orderdesk", about(task, draft));
        return answer(form);
    }

    /** What our scripts in Tasklist want to know of a form that somebody may work on. */
    private ObjectNode about(Accessible task, Optional<TaskDraft> draft) {
        return json.createObjectNode()
                .put("task", task.id())
                .put("form", task.form())
                .put("scan", task.scan() != null)
                .put("mail", previews.stream().anyMatch(one -> one.forms().contains(task.form())))
                .put("edition", draft.map(TaskDraft::edition).orElse(null));
    }

    private static ResponseEntity<JsonNode> answer(JsonNode form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form);
    }

    private JsonNode served(String name, FormContext context, Map<String, Object> draft) {
        if (!catalogue.has(name)) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    messages.getMessage("form.error.otherRelease", null, context.locale()));
        }
        TaskForm form = catalogue.form(name);
        return fill(
                catalogue.schema(name).definition().deepCopy(),
                new Filling(
                        values(form, context),
                        draft,
                        form.options(context),
                        form.facts(context),
                        form.templates(context),
                        context.locale()));
    }

    private Map<String, Object> values(TaskForm form, FormContext context) {
        Map<String, Object> values = new HashMap<>(form.values(context));
        enclosures.forEach(enclosure -> values.putAll(enclosure.values(form.name(), context)));
        return values;
    }

    private record Filling(
            Map<String, Object> values,
            Map<String, Object> draft,
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
        if (component.path("type").asText().equals("expression")) {
            Object value = key.equals("formToken")
                    ? UUID.randomUUID()
                    : filling.values().get(key);
            component.put("expression", "=\"" + value + "\"");
            return;
        }
        if (component.path("validate") instanceof ObjectNode limits) {
            // form-js would show the bare expression; the server says it in words
            limits.remove("pattern");
        }
        if (filling.draft().containsKey(key)) {
            preset(component, filling.draft().get(key));
        } else if (filling.values().get(key) != null) {
            preset(component, filling.values().get(key));
        }
        if (filling.options().containsKey(key)) {
            component.set("values", json.valueToTree(filling.options().get(key)));
        }
    }

    /** @param value null or empty where somebody has emptied the field */
    private void preset(ObjectNode component, Object value) {
        if (value == null || value.equals("")) {
            component.remove("defaultValue");
        } else {
            component.set("defaultValue", json.valueToTree(value));
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
