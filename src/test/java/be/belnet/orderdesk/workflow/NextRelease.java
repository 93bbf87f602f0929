package be.belnet.orderdesk.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What a later release may bring to the order of today: a delegate and a form of other names. Their work is the old one's.
 * Found by no scan.
 */
public class NextRelease {
    private static final String MODEL = "bams/bams-order.bpmn";
    private static final String FORM = "countersign-contract";
    private static final String SUFFIX = "-of-next-release";

    @Bean
    @Primary
    Models nextModels() {
        return new Models() {
            @Override
            Map<String, String> all() {
                Map<String, String> all = super.all();
                all.computeIfPresent(MODEL, (path, model) -> changed(model));
                return all;
            }
        };
    }

    private static String changed(String model) {
        return model.replace("${activateServiceDelegate}", "${activateServiceOfNextReleaseDelegate}")
                .replace("/forms/" + FORM + "/", "/forms/" + FORM + SUFFIX + "/");
    }

    @Bean
    JavaDelegate activateServiceOfNextReleaseDelegate(
            @Qualifier("activateServiceDelegate") JavaDelegate activateService) {
        return activateService;
    }

    @Bean
    @Primary
    FormCatalogue nextForms(ObjectMapper json, List<TaskForm> forms) throws IOException {
        return new FormCatalogue(json, forms) {
            @Override
            boolean has(String name) {
                return super.has(old(name));
            }

            @Override
            TaskForm form(String name) {
                return super.form(old(name));
            }

            @Override
            FormSchema schema(String name) {
                return super.schema(old(name));
            }
        };
    }

    private static String old(String name) {
        return name.equals(FORM + SUFFIX) ? FORM : name;
    }
}
