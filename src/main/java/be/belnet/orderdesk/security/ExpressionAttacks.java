package be.belnet.orderdesk.security;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.transaction.support.TransactionOperations;

/** Attacks by expressions, made within the engine. */
class ExpressionAttacks {
    /** By a bean that every model may name, and without any. */
    private static final List<String> EXPRESSIONS =
            List.of("${guardProbe.touch()}", "#{guardProbe.touch()}", "${1 + 1}");

    /** What an attacker would ask: passwords stand in the environment, and the rest can be reached from the others. */
    private static final List<String> BEANS =
            List.of("environment", "systemProperties", "dataSource", "applicationContext", "engineUsers");

    private final ProcessEngine engine;
    private final GuardProbe probe;
    private final TransactionOperations transaction;

    /** @param transaction that is rolled back after an attack which leaves something */
    ExpressionAttacks(ProcessEngine engine, GuardProbe probe, TransactionOperations transaction) {
        this.engine = engine;
        this.probe = probe;
        this.transaction = transaction;
    }

    List<Guard> guards() {
        return List.of(
                new Guard("expressions in queries (CVE-2026-109432)", () -> allRefused(this::query)),
                new Guard("expressions in stored filters", () -> allRefused(this::storedFilter)),
                new Guard("beans out of reach of expressions", () -> BEANS.stream()
                        .noneMatch(this::isVisible)));
    }

    private interface Attack {
        void by(String expression);
    }

    private boolean allRefused(Attack attack) {
        int before = probe.touched();
        return EXPRESSIONS.stream().allMatch(expression -> isRefused(attack, expression)) && probe.touched() == before;
    }

    /** Whatever else goes wrong, the expression was evaluated. */
    private static boolean isRefused(Attack attack, String expression) {
        try {
            attack.by(expression);
            return false;
        } catch (RuntimeException refused) {
            return Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(GuardedExpression.REFUSED));
        }
    }

    private void query(String expression) {
        query(engine.getTaskService(), expression).count();
    }

    private static TaskQuery query(TaskService tasks, String expression) {
        return tasks.createTaskQuery().or().taskAssigneeExpression(expression).endOr();
    }

    /** As an administrator's own filter would do it for everybody who opens it. */
    private void storedFilter(String expression) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            FilterService filters = engine.getFilterService();
            Filter filter = filters.newTaskFilter("guard");
            filter.setQuery(query(engine.getTaskService(), expression));
            filters.count(filters.saveFilter(filter).getId());
        });
    }

    private boolean isVisible(String bean) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            return configuration.getCommandExecutorTxRequired().execute(context -> configuration
                            .getExpressionManager()
                            .createExpression("${" + bean + "}")
                            .getValue(StartProcessVariableScope.getSharedInstance()))
                    != null;
        } catch (ProcessEngineException unknown) {
            return false;
        }
    }
}
