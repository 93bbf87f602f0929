package be.belnet.sandbox;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * Settings from {@code sandbox.yaml} and the arguments alone. System properties and environment variables belong to the
 * application next door: its {@code SERVER_PORT} or {@code SPRING_DATASOURCE_URL} must not reach the sandbox.
 */
class SandboxEnvironment extends StandardServletEnvironment {

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        sources.addFirst(new MapPropertySource("nothing of the JVM", Map.of()));
    }
}
