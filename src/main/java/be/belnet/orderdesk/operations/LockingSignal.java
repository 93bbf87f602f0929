package be.belnet.orderdesk.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Counts what the engine rolled back because another was faster. The engine itself neither counts it nor uses up a
 * retry, so a step that runs twice for ever would show nowhere else.
 */
@Component
class LockingSignal extends AbstractProcessEnginePlugin {
    private final Counter lost;

    LockingSignal(MeterRegistry registry) {
        this.lost = Counter.builder("orderdesk.optimistic.locking")
                .description("Engine commands rolled back because another was faster")
                .register(registry);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(with(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> with(List<CommandInterceptor> present) {
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(new Watch());
        return all;
    }

    private class Watch extends CommandInterceptor {
        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException faster) {
                lost.increment();
                throw faster;
            }
        }
    }
}
