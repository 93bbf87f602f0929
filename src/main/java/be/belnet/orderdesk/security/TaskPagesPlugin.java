package be.belnet.orderdesk.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Has the engine ask {@link TaskPages} for lists of tasks. */
@Component
class TaskPagesPlugin extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;

    TaskPagesPlugin(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFilterService(new TaskPages(context));
    }
}
