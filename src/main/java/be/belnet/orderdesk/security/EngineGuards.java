package be.belnet.orderdesk.security;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine before it starts: expressions, visible beans, password hashes, ids of users. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;

    EngineGuards(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Map<Object, Object> visible = new VisibleBeans(context);
        engine.setBeans(visible);
        engine.setExpressionManager(new GuardedExpressionManager(context, visible));
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setUserResourceWhitelistPattern(EngineUsers.USER_ID.pattern());
    }
}
