package be.belnet.orderdesk.production;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;

/** What is in force in the engine that has started, whatever its settings say. */
class EngineDemands {
    /** What no expression may reach: with these it would read every secret and row. */
    private static final List<String> HIDDEN = List.of("environment", "dataSource", "processEngine");

    static final List<Demand> ALL = List.of(
            engine("authorisation", ProcessEngineConfigurationImpl::isAuthorizationEnabled),
            engine(
                    "type check before deserialisation",
                    ProcessEngineConfigurationImpl::isDeserializationTypeValidationEnabled),
            engine("beans visible to expressions", EngineDemands::hidesBeans),
            engine("expressions in queries", EngineDemands::refusesQueryExpressions),
            engine("hashes of passwords", EngineDemands::hashesSlowly),
            engine("history level", EngineDemands::keepsNoOldValues),
            new Demand(
                    Moment.ENGINE,
                    "history clean-up",
                    "give it a window in the settings of the engine",
                    where -> where.engine() == null
                            ? Seen.notLookedAt("by each node at its start")
                            : cleansUp(where.engine())));

    private EngineDemands() {}

    private static Demand engine(String name, Predicate<ProcessEngineConfigurationImpl> inForce) {
        return new Demand(
                Moment.ENGINE,
                name,
                "undo what overrides the engine's configuration here",
                where -> where.engine() == null
                        ? Seen.notLookedAt("by each node at its start")
                        : Seen.of(inForce.test(configuration(where.engine())), "the engine that has started"));
    }

    private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static boolean hidesBeans(ProcessEngineConfigurationImpl engine) {
        return engine.getBeans() != null && HIDDEN.stream().noneMatch(engine.getBeans()::containsKey);
    }

    /** The engine gives no scope to expressions of queries alone. */
    private static boolean refusesQueryExpressions(ProcessEngineConfigurationImpl engine) {
        try {
            engine.getExpressionManager()
                    .createExpression("${''.getClass().getName()}")
                    .getValue(null);
            return false;
        } catch (ProcessEngineException | UnsupportedOperationException refused) {
            return true;
        }
    }

    private static boolean hashesSlowly(ProcessEngineConfigurationImpl engine) {
        return engine.getPasswordEncryptor().hashAlgorithmName().equals("BCRYPT");
    }

    private static boolean keepsNoOldValues(ProcessEngineConfigurationImpl engine) {
        return engine.getHistoryLevel() != HistoryLevel.HISTORY_LEVEL_FULL;
    }

    private static Seen cleansUp(ProcessEngine engine) {
        return Seen.of(
                Stream.ofNullable(engine.getHistoryService().findHistoryCleanupJobs())
                        .anyMatch(jobs -> !jobs.isEmpty()),
                "the engine that has started");
    }
}
