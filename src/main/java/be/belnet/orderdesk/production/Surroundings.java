package be.belnet.orderdesk.production;

import be.belnet.orderdesk.production.Nodes.Node;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What demands are looked at in.
 *
 * @param database asked for by those who look at it; fails where none is to be reached
 * @param engine absent (null) for the doctor, who starts none
 * @param node absent (null) while none runs
 * @param tls whose certificates are trusted
 */
record Surroundings(
        ConfigurableEnvironment settings,
        Supplier<JdbcClient> database,
        ProcessEngine engine,
        Node node,
        SSLSocketFactory tls) {

    /** Before anything has started. */
    static Surroundings of(ConfigurableEnvironment settings) {
        return new Surroundings(
                settings,
                () -> {
                    throw new IllegalStateException("no database yet");
                },
                null,
                null,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    String setting(String name) {
        return settings.getProperty(name, "");
    }
}
