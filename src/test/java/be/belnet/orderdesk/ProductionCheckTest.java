package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Production does not start on a laptop's settings. */
class ProductionCheckTest {
    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void settingsAsShipped() throws IOException {
        for (String file : List.of("application-production.yaml", "application.yaml")) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        }
    }

    @Test
    void shippedSettingsAreRefusedByName() {
        assertThat(ProductionCheck.refused(environment))
                .contains(
                        "spring.datasource.url",
                        "spring.datasource.password",
                        "spring.mail.host",
                        "orderdesk.address",
                        "orderdesk.sign-on.issuer",
                        "orderdesk.sign-on.client-secret",
                        "orderdesk.fortinet.cloud.password",
                        "orderdesk.fortinet.mail.admin-password",
                        "orderdesk.sectigo.url",
                        "orderdesk.sectigo.login",
                        "orderdesk.sectigo.password",
                        "orderdesk.openstack.auth-url",
                        "orderdesk.dns.resolvers")
                .doesNotContain("orderdesk.sandbox", "orderdesk.demo-users", "orderdesk.customers.sample")
                .doesNotContain("orderdesk.dns.web.private-addresses");
    }

    @Test
    void settingsOfItsOwnArePassed() {
        production();
        assertThat(ProductionCheck.refused(environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:file:./data/orderdesk",
        "management.server.port, 8080",
        "management.server.port, ''",
        "management.server.address, 0.0.0.0",
        "management.server.address, ''",
        "orderdesk.sign-on.mode, form",
        "orderdesk.sign-on.issuer, http://sign-on.example",
        "orderdesk.sign-on.issuer, https://localhost:8443/realms/staff",
        "orderdesk.sign-on.client-id, ''",
        "orderdesk.sign-on.client-secret, short",
        "orderdesk.sandbox, true",
        "orderdesk.demo-users, true",
        "orderdesk.fortinet.flex.url, http://127.0.0.1:8090/fortiflex",
        "orderdesk.fortinet.mail.admin-password, sandbox-appliance",
        "orderdesk.address, http://orderdesk.example",
        "orderdesk.digicert.api-key, devkey",
        "orderdesk.digicert.url, http://127.0.0.1:8090/digicert/services/v2",
        "orderdesk.dns.resolvers, 127.0.0.1:3053",
        "orderdesk.dns.web.private-addresses, true",
        "orderdesk.dcs.page.secret, sandbox-secret-that-signs-links-to-pages",
        "orderdesk.dcs.page.secret, short",
        "orderdesk.follow.secret, sandbox-secret-that-signs-links-to-files",
        "orderdesk.feedback.secret, sandbox-secret-that-signs-feedback-links",
        "orderdesk.sectigo.url, http://127.0.0.1:8090/sectigo/api",
        "orderdesk.sectigo.password, p"
    })
    void oneSettingOfALaptopIsEnoughToBeRefused(String setting, String value) {
        production();
        environment.setProperty(setting, value);
        assertThat(ProductionCheck.refused(environment)).containsExactly(setting);
    }

    @Test
    void onlyTheAuthorityInForceIsAskedAbout() {
        production();
        environment.setProperty("orderdesk.dcs.authority", "harica");
        environment.setProperty("orderdesk.sectigo.password", "p");

        assertThat(ProductionCheck.refused(environment))
                .containsExactly("orderdesk.harica.url", "orderdesk.harica.email", "orderdesk.harica.password");
    }

    private void production() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example/orderdesk?sslmode=verify-full");
        environment.setProperty("spring.datasource.password", "of the environment");
        environment.setProperty("spring.mail.host", "smtp.example");
        environment.setProperty("orderdesk.address", "https://orderdesk.example");
        environment.setProperty("orderdesk.sign-on.issuer", "https://sign-on.example/realms/staff");
        environment.setProperty("orderdesk.sign-on.client-secret", "a secret of the environment");
        environment.setProperty("orderdesk.fortinet.cloud.token-url", "https://cloud.example/token/");
        environment.setProperty("orderdesk.fortinet.cloud.username", "an api user");
        environment.setProperty("orderdesk.fortinet.cloud.password", "of the environment");
        environment.setProperty("orderdesk.fortinet.flex.url", "https://flex.example");
        environment.setProperty("orderdesk.fortinet.mail.url", "https://{address}/api/v1");
        environment.setProperty("orderdesk.fortinet.mail.admin-password", "of the environment");
        environment.setProperty("orderdesk.sectigo.url", "https://ca.example/api");
        environment.setProperty("orderdesk.sectigo.login", "an administrator");
        environment.setProperty("orderdesk.sectigo.password", "of the environment");
        environment.setProperty("orderdesk.openstack.auth-url", "https://cloud.example/identity/v3");
        environment.setProperty("orderdesk.openstack.credentials.password", "");
        environment.setProperty("orderdesk.digicert.url", "https://certcentral.example/services/v2");
        environment.setProperty("orderdesk.digicert.api-key", "of the environment");
        environment.setProperty("orderdesk.dcs.page.secret", "of the environment, long enough to sign");
        environment.setProperty("orderdesk.follow.secret", "a third of the environment, long enough too");
        environment.setProperty("orderdesk.feedback.secret", "another of the environment, long enough");
        environment.setProperty("orderdesk.dns.resolvers", "127.0.0.1, 192.0.2.53");
    }
}
