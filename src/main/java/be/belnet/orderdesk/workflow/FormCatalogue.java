package be.belnet.orderdesk.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All forms: their files, and the code that knows what to show and keep. */
@Component
class FormCatalogue {
    private final Map<String, FormSchema> schemas = new HashMap<>();
    private final Map<String, TaskForm> forms = new HashMap<>();

    FormCatalogue(ObjectMapper json, List<TaskForm> forms) throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/forms/*.form")) {
            try (InputStream content = file.getInputStream()) {
                schemas.put(file.getFilename().replace(".form", ""), new FormSchema(json.readTree(content)));
            }
        }
        forms.forEach(form -> this.forms.put(form.name(), form));
        forms.forEach(form -> schema(form.name()));
    }

    /** @throws IllegalArgumentException when there is no file of this name */
    FormSchema schema(String name) {
        return known(schemas, name);
    }

    /** @throws IllegalArgumentException when no code serves this form */
    TaskForm form(String name) {
        return known(forms, name);
    }

    boolean has(String name) {
        return forms.containsKey(name);
    }

    boolean isStartForm(String name) {
        return forms.get(name) instanceof StartForm;
    }

    private static <T> T known(Map<String, T> map, String name) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No form " + name);
        }
        return found;
    }
}
