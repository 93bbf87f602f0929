package be.belnet.orderdesk.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Has the engine ask {@link TaskPages} for lists of tasks, and {@link AuthorizationsOfGroups} for rights. */
@Component
class TaskPagesPlugin extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;

    TaskPagesPlugin(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFilterService(new TaskPages(context));
        List<SessionFactory> own = new ArrayList<>(
                Optional.ofNullable(engine.getCustomSessionFactories()).orElse(List.of()));
        own.add(new RightsOfGroups());
        engine.setCustomSessionFactories(own);
    }

    private static class RightsOfGroups implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new AuthorizationsOfGroups();
        }
    }
}
