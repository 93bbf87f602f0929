package be.belnet.orderdesk.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
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
                managers(engine)
                        .addAll(List.of(
                                new OwnManager(HistoricProcessInstanceManager.class, EndedHistory::new),
                                new OwnManager(HistoricDecisionInstanceManager.class, EndedHistory.OfDecisions::new)));
                engine.setFailedJobCommandFactory(retries);
                // an order keeps the model it began with: an error that this one does not know must not end it silently
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                listeners(engine).addAll(List.of(forms, steps));
            }
        };
    }

    private static List<SessionFactory> managers(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomSessionFactories() == null) {
            engine.setCustomSessionFactories(new ArrayList<>());
        }
        return engine.getCustomSessionFactories();
    }

    /** Ours in the place of one of the engine's; each command has its own. */
    private record OwnManager(Class<? extends Session> type, Supplier<Session> ours) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }

    private static List<BpmnParseListener> listeners(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        return engine.getCustomPostBPMNParseListeners();
    }
}
