package be.belnet.orderdesk;

import be.belnet.sandbox.SandboxApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the sandbox with the application, so that one command brings everything. */
@Component
@ConditionalOnProperty("orderdesk.sandbox")
class OutsideWorld implements SmartLifecycle {
    private ConfigurableApplicationContext sandbox;

    @Override
    public void start() {
        sandbox = SandboxApplication.start();
    }

    @Override
    public void stop() {
        sandbox.close();
        sandbox = null;
    }

    @Override
    public boolean isRunning() {
        return sandbox != null;
    }

    /** Before the job executor and the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
