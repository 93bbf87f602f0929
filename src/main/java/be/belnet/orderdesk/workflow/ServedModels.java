package be.belnet.orderdesk.workflow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The deployments whose jobs this node runs: those whose models name no bean and no form that its release does not have. So
 * a node of an older release leaves the steps of a newer one to newer nodes while a release is rolled out or taken back.
 */
@Component
class ServedModels implements SmartInitializingSingleton, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ServedModels.class);

    private final FormCatalogue forms;
    private final ProcessEngine engine;
    private final Map<String, Set<String>> missing = new ConcurrentHashMap<>();

    ServedModels(FormCatalogue forms, ProcessEngine engine) {
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("orderdesk.models.unserved", this, ServedModels::unserved)
                .description("Deployments whose jobs this node leaves to newer nodes")
                .register(registry);
    }

    /** Before the job executor starts. */
    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    /** What another node has deployed meanwhile. */
    @Scheduled(initialDelayString = "${orderdesk.models.round}", fixedDelayString = "${orderdesk.models.round}")
    void look() {
        engine.getRepositoryService().createDeploymentQuery().list().stream()
                .filter(deployment -> !missing.containsKey(deployment.getId()))
                .forEach(deployment -> judge(deployment));
    }

    private void judge(Deployment deployment) {
        Set<String> lacking = lacking(deployment.getId());
        if (lacking.isEmpty()) {
            engine.getManagementService().registerDeploymentForJobExecutor(deployment.getId());
        } else {
            LOG.warn(
                    "Models deployed at {} are of a newer release, which has {}: their jobs are left to newer nodes",
                    deployment.getDeploymentTime().toInstant(),
                    lacking);
        }
        missing.put(deployment.getId(), lacking);
    }

    /** Reads the files alone: asked for its processes, the engine would parse them all, at each start. */
    private Set<String> lacking(String deployment) {
        var beans = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans();
        RepositoryService repository = engine.getRepositoryService();
        Set<String> lacking = new TreeSet<>();
        for (String file : repository.getDeploymentResourceNames(deployment)) {
            if (file.endsWith(".bpmn")) {
                ModelNeeds names = ModelNeeds.of(text(repository.getResourceAsStream(deployment, file)));
                names.beans().stream().filter(bean -> !beans.containsKey(bean)).forEach(lacking::add);
                names.forms().stream().filter(form -> !forms.has(form)).forEach(lacking::add);
            }
        }
        return lacking;
    }

    private long unserved() {
        return missing.values().stream().filter(lacking -> !lacking.isEmpty()).count();
    }

    private static String text(InputStream model) {
        try (model) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
