package be.belnet.orderdesk.desk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What models call their tasks and themselves, in the reader's language: Tasklist knows the models' own names alone. */
@RestController
class ModelNames {
    private final RepositoryService repository;
    private final Wording wording;

    /** Message keys by name; models stay as they are while the application runs. */
    private Map<String, String> keys = Map.of();

    ModelNames(RepositoryService repository, Wording wording) {
        this.repository = repository;
        this.wording = wording;
    }

    /** @return words by the model's own name */
    @GetMapping("/desk/model-names")
    Map<String, String> names(Locale locale) {
        return keys().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> wording.value(name.getValue(), locale)));
    }

    private synchronized Map<String, String> keys() {
        if (keys.isEmpty()) {
            Map<String, String> read = new HashMap<>();
            repository.createProcessDefinitionQuery().latestVersion().list().forEach(process -> read(process, read));
            keys = Map.copyOf(read);
        }
        return keys;
    }

    private void read(ProcessDefinition process, Map<String, String> keys) {
        keys.put(process.getName(), "process." + process.getKey());
        repository
                .getBpmnModelInstance(process.getId())
                .getModelElementsByType(UserTask.class)
                .forEach(task -> keys.put(task.getName(), "task." + task.getId() + ".name"));
    }
}
