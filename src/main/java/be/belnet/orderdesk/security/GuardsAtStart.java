package be.belnet.orderdesk.security;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Attacks Orderdesk as soon as it serves, in each way that is known of this engine, and stops it where one succeeds: a guard
 * that a new version of a library has quietly put out of force is worse than none.
 */
@Component
class GuardsAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(GuardsAtStart.class);

    private final ProcessEngine engine;
    private final GuardProbe probe;
    private final PlatformTransactionManager transactions;
    private final String address;

    /** @param address that is served at; empty for all */
    GuardsAtStart(
            ProcessEngine engine,
            GuardProbe probe,
            PlatformTransactionManager transactions,
            @Value("${server.address:}") String address) {
        this.engine = engine;
        this.probe = probe;
        this.transactions = transactions;
        this.address = address;
    }

    /** @throws IllegalStateException naming each guard that is not in force */
    @EventListener
    void tryAll(ServletWebServerInitializedEvent served) {
        if (served.getApplicationContext().getServerNamespace() == null) {
            var expressions = new ExpressionAttacks(engine, probe, new TransactionTemplate(transactions));
            var web = new WebAttacks(base(served.getWebServer().getPort()));
            List<Guard> guards = Stream.concat(expressions.guards().stream(), web.guards().stream())
                    .toList();
            refuse(guards);
            LOG.info("All {} guards hold: what was refused just now were attacks of our own", guards.size());
        }
    }

    static void refuse(List<Guard> guards) {
        List<String> open = guards.stream()
                .filter(guard -> !guard.holds().getAsBoolean())
                .map(Guard::name)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Guards not in force: " + String.join(", ", open));
        }
    }

    private String base(int port) {
        boolean all = address.isBlank() || List.of("0.0.0.0", "::", "[::]").contains(address);
        String host = all ? InetAddress.getLoopbackAddress().getHostAddress() : address;
        return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
