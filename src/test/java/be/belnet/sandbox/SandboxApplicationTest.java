package be.belnet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxApplicationTest {

    @Test
    void neitherTheEngineNorSecurityNorOrderdeskStarts() {
        try (var sandbox = SandboxRunner.start()) {
            assertThat(sandbox.context().getBeansOfType(Object.class).values())
                    .extracting(bean -> bean.getClass().getName())
                    .noneMatch(name -> name.startsWith("org.camunda"))
                    .noneMatch(name -> name.startsWith("org.springframework.security"))
                    .noneMatch(name -> name.startsWith("be.belnet.orderdesk"));
        }
    }

    @Test
    void settingsOfTheApplicationNextDoorDoNotReachIt() {
        System.setProperty("server.address", "192.0.2.1");
        try (var sandbox = SandboxRunner.start()) {
            assertThat(sandbox.get("/api/ledger").statusCode()).isEqualTo(200);
        } finally {
            System.clearProperty("server.address");
        }
    }

    @Test
    void secondApplicationInTheSameJvmKeepsItsSystemProperties() {
        try (var first = SandboxRunner.start()) {
            var before = systemProperties();
            SandboxRunner.start().close();
            assertThat(systemProperties()).isEqualTo(before);
            assertThat(first.get("/api/ledger").statusCode()).isEqualTo(200);
        }
    }

    /** Without those that Tomcat and the connection pool number anew for each server, whoever starts it. */
    private static Map<String, String> systemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> !name.startsWith("catalina.") && !name.startsWith("com.zaxxer.hikari."))
                .collect(Collectors.toMap(Function.identity(), System::getProperty));
    }
}
