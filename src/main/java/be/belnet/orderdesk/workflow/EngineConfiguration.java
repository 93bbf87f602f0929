package be.belnet.orderdesk.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EngineConfiguration {
    /** Takes the migrated schema as a parameter because the engine must not start before it stands. */
    @Bean
    ProcessEnginePlugin orderdeskEngine(
            FlywayMigrationInitializer schema, FormParseListener forms, StepParseListener steps, RetryPolicy retries) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(new ArrayList<>(List.of(new OrderHistoryLevel())));
                engine.setHistory(new OrderHistoryLevel().getName());
                engine.setFailedJobCommandFactory(retries);
                listeners(engine).addAll(List.of(forms, steps));
            }
        };
    }

    private static List<BpmnParseListener> listeners(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        return engine.getCustomPostBPMNParseListeners();
    }
}
