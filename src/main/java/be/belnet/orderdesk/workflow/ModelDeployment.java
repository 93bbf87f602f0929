package be.belnet.orderdesk.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Deploys the models under their path below {@code processes/}, the same name in the jar, an IDE and a test. */
@Configuration
class ModelDeployment {
    private static final String ROOT = "/processes/";

    @Bean
    CamundaDeploymentConfiguration namedModels() {
        return new DefaultDeploymentConfiguration() {
            @Override
            public Set<Resource> getDeploymentResources() {
                var resolver = new PathMatchingResourcePatternResolver();
                return Arrays.stream(new String[] {"bpmn", "dmn"})
                        .flatMap(ending -> find(resolver, ending))
                        .collect(Collectors.toSet());
            }
        };
    }

    private static java.util.stream.Stream<Resource> find(PathMatchingResourcePatternResolver resolver, String ending) {
        try {
            return Arrays.stream(resolver.getResources("classpath*:processes/**/*." + ending))
                    .map(NamedModel::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static class NamedModel extends UrlResource implements ContextResource {
        private final String path;

        NamedModel(Resource model) {
            super(url(model));
            String address = getURL().toString();
            path = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        }

        private static java.net.URL url(Resource model) {
            try {
                return model.getURL();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getPathWithinContext() {
            return path;
        }
    }
}
