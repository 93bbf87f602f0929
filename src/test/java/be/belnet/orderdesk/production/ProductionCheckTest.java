package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Production does not start on a laptop's settings. */
class ProductionCheckTest {
    private static final String SANDBOX = "http://127.0.0.1:8090/";

    /** A value of each setting that is refused; a setting of the checklist without a line here fails. */
    private static final Map<String, String> UNFIT = Map.ofEntries(
            Map.entry("orderdesk.sandbox", "true"),
            Map.entry("orderdesk.demo-users", "true"),
            Map.entry("orderdesk.customers.sample", "true"),
            Map.entry("orderdesk.dns.web.private-addresses", "true"),
            Map.entry("orderdesk.dns.resolvers", "127.0.0.1:3053"),
            Map.entry("orderdesk.address", "http://orderdesk.example"),
            Map.entry("orderdesk.sign-on.mode", "form"),
            Map.entry("orderdesk.sign-on.issuer", "http://sign-on.example"),
            Map.entry("orderdesk.sign-on.client-id", ""),
            Map.entry("orderdesk.sign-on.client-secret", "short"),
            Map.entry(
                    "orderdesk.sign-on.break-glass.password-hash",
                    "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"),
            Map.entry("server.servlet.session.cookie.secure", "false"),
            Map.entry("server.servlet.session.cookie.http-only", "false"),
            Map.entry("server.servlet.session.cookie.same-site", "none"),
            Map.entry("server.forward-headers-strategy", "none"),
            Map.entry("management.server.address", "0.0.0.0"),
            Map.entry("management.server.port", "8080"),
            Map.entry("management.endpoints.web.exposure.include", "health,env"),
            Map.entry("camunda.bpm.webapp.csrf.enable-secure-cookie", "false"),
            Map.entry("camunda.bpm.webapp.session-cookie.enable-secure-cookie", "false"),
            Map.entry("camunda.bpm.webapp.header-security.hsts-disabled", "true"),
            Map.entry("camunda.bpm.authorization.enabled", "false"),
            Map.entry("camunda.bpm.database.schema-update", "true"),
            Map.entry(engine("query-max-results-limit"), "2147483647"),
            Map.entry(engine("deserialization-type-validation-enabled"), "false"),
            Map.entry(engine("java-serialization-format-enabled"), "true"),
            Map.entry(engine("enable-xxe-processing"), "true"),
            Map.entry(engine("enable-expressions-in-adhoc-queries"), "true"),
            Map.entry(engine("enable-fetch-script-engine-from-process-application"), "true"),
            Map.entry(engine("enforce-history-time-to-live"), "false"),
            Map.entry(engine("history-cleanup-batch-window-start-time"), ""),
            Map.entry(engine("history-cleanup-batch-window-end-time"), ""),
            Map.entry(engine("history-cleanup-job-log-time-to-live"), ""),
            Map.entry(engine("batch-operation-history-time-to-live"), ""),
            Map.entry(engine("task-metrics-time-to-live"), ""),
            Map.entry("orderdesk.effects.check-times", "false"),
            Map.entry("orderdesk.operations.clock.round", "1h"),
            Map.entry("orderdesk.operations.clock.alarm", "10s"),
            Map.entry("orderdesk.operations.clock.limit", "PT1M"),
            Map.entry("spring.datasource.url", "jdbc:postgresql://db.example/orderdesk?sslmode=require"),
            Map.entry("spring.datasource.username", ""),
            Map.entry("spring.datasource.hikari.transaction-isolation", "TRANSACTION_SERIALIZABLE"),
            Map.entry("spring.datasource.password", "secret"),
            Map.entry("spring.flyway.user", "orderdesk"),
            Map.entry("spring.flyway.url", "jdbc:postgresql://db.example/orderdesk"),
            Map.entry("spring.flyway.password", ""),
            Map.entry("spring.mail.host", "127.0.0.1"),
            Map.entry("spring.mail.properties.mail.smtp.starttls.required", "false"),
            Map.entry("spring.mail.properties.mail.smtp.ssl.checkserveridentity", "false"),
            Map.entry("spring.mail.properties.mail.smtp.ssl.trust", "*"),
            Map.entry("spring.mail.password", "p"),
            Map.entry("orderdesk.intake.host", "localhost"),
            Map.entry("orderdesk.intake.encryption", "none"),
            Map.entry("orderdesk.intake.password", "servicedesk"),
            Map.entry("orderdesk.fortinet.cloud.token-url", SANDBOX + "forticloud/api/v1/oauth/token/"),
            Map.entry("orderdesk.fortinet.cloud.username", "apiuser"),
            Map.entry("orderdesk.fortinet.cloud.password", "apipass"),
            Map.entry("orderdesk.fortinet.flex.url", "http://flex.example"),
            Map.entry("orderdesk.fortinet.mail.url", "http://{address}/api/v1"),
            Map.entry("orderdesk.fortinet.mail.admin-password", "sandbox-appliance"),
            Map.entry("orderdesk.fortinet.care.url", SANDBOX + "forticare"),
            Map.entry("orderdesk.bams.distributor.email", "orders@distributor.example"),
            Map.entry("orderdesk.digicert.url", SANDBOX + "digicert/services/v2"),
            Map.entry("orderdesk.digicert.api-key", "devkey"),
            Map.entry("orderdesk.sectigo.url", "https://localhost/sectigo/api"),
            Map.entry("orderdesk.sectigo.web-address", "http://cert-manager.com/customer/belnet"),
            Map.entry("orderdesk.sectigo.login", "u"),
            Map.entry("orderdesk.sectigo.password", "p"),
            Map.entry("orderdesk.harica.url", SANDBOX + "harica"),
            Map.entry("orderdesk.harica.web-address", SANDBOX + "harica"),
            Map.entry("orderdesk.harica.email", "manager@belnet.example"),
            Map.entry("orderdesk.harica.password", "p"),
            Map.entry("orderdesk.harica.totp-seed", "secret"),
            Map.entry("orderdesk.openstack.auth-url", SANDBOX + "openstack/identity/v3"),
            Map.entry("orderdesk.openstack.first-boot.name-servers", "192.0.2.53, 198.51.100.53"),
            Map.entry("orderdesk.openstack.credentials.application-credential-secret", ""),
            Map.entry("orderdesk.openstack.credentials.password", "secret"),
            Map.entry("orderdesk.dcs.page.secret", "sandbox-secret-that-signs-links-to-pages"),
            Map.entry("orderdesk.follow.secret", "short"),
            Map.entry("orderdesk.feedback.secret", ""));

    /** What else must be set so that the setting is asked about. */
    private static final Map<String, Map<String, String>> IN_USE_WITH = Map.of(
            "harica",
            Map.of(
                    "orderdesk.dcs.authority", "harica",
                    "orderdesk.harica.url", "https://harica.test",
                    "orderdesk.harica.email", "manager@harica.test",
                    "orderdesk.harica.password", "marker of harica.password",
                    "orderdesk.harica.totp-seed", "marker of harica.totp-seed"),
            "openstack.credentials.password",
            Map.of(
                    "orderdesk.openstack.credentials.application-credential-id", "",
                    "orderdesk.openstack.credentials.password", "marker of openstack.credentials.password"));

    @Test
    void shippedSettingsAreRefusedByName() {
        assertThat(refused(Settings.asShipped()))
                .contains(
                        "spring.datasource.url",
                        "spring.datasource.password",
                        "spring.flyway.user",
                        "spring.mail.host",
                        "orderdesk.address",
                        "orderdesk.sign-on.issuer",
                        "orderdesk.sign-on.client-secret",
                        "orderdesk.fortinet.cloud.password",
                        "orderdesk.fortinet.mail.admin-password",
                        "orderdesk.follow.secret",
                        "orderdesk.sectigo.url",
                        "orderdesk.openstack.auth-url",
                        "orderdesk.openstack.credentials.password",
                        "orderdesk.openstack.first-boot.name-servers",
                        "orderdesk.dns.resolvers")
                .doesNotContain("orderdesk.sandbox", "orderdesk.demo-users", "orderdesk.customers.sample")
                .doesNotContain("orderdesk.dns.web.private-addresses", "orderdesk.intake.password");
    }

    @Test
    void settingsOfItsOwnArePassed() {
        assertThat(refused(Settings.production())).isEmpty();
        assertThat(refused(Settings.everythingInUse())).isEmpty();
    }

    static Stream<String> settings() {
        return Checklist.demands().stream()
                .filter(demand -> demand.moment() == Moment.SETTINGS)
                .map(Demand::name);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void oneSettingOfALaptopIsEnoughToBeRefused(String setting) {
        assertThat(UNFIT).as("a value that is refused").containsKey(setting);
        MockEnvironment environment = Settings.everythingInUse();
        IN_USE_WITH.forEach((part, others) -> {
            if (setting.contains(part)) {
                others.forEach(environment::setProperty);
            }
        });
        assertThat(refused(environment)).as("all is fit").isEmpty();
        environment.setProperty(setting, UNFIT.get(setting));
        assertThat(refused(environment)).containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:file:./data/orderdesk",
        "spring.datasource.url, jdbc:postgresql://db.example/orderdesk",
        "spring.datasource.url, jdbc:postgresql://db.example/o?sslmode=verify-full&password=of-mine",
        "spring.datasource.url, jdbc:postgresql://db.example/o?user=postgres&sslmode=verify-full",
        "orderdesk.sign-on.issuer, https://localhost:8443/realms/staff",
        "management.server.port, ''",
        "management.server.address, ''",
        "orderdesk.dcs.page.secret, short",
        "orderdesk.openstack.first-boot.name-servers, ''",
        "orderdesk.openstack.first-boot.name-servers, 127.0.0.1",
        "orderdesk.openstack.first-boot.name-servers, 2001:DB8::53",
        "orderdesk.openstack.first-boot.name-servers, '10.0.0.53, 203.0.113.53'",
        "orderdesk.operations.clock.limit, soon",
        "orderdesk.operations.clock.alarm, -1s",
        "spring.flyway.user, ''"
    })
    void thisIsRefusedToo(String setting, String value) {
        MockEnvironment environment = Settings.production();
        environment.setProperty(setting, value);
        assertThat(refused(environment)).containsExactly(setting);
    }

    @Test
    void mailMayBeEncryptedFromTheFirstByteInstead() {
        MockEnvironment environment = Settings.production();
        environment.setProperty("spring.mail.properties.mail.smtp.starttls.required", "false");
        environment.setProperty("spring.mail.properties.mail.smtp.ssl.enable", "true");
        assertThat(refused(environment)).isEmpty();
    }

    @Test
    void onlyTheAuthorityInForceIsAskedAbout() {
        MockEnvironment environment = Settings.production();
        environment.setProperty("orderdesk.dcs.authority", "harica");
        environment.setProperty("orderdesk.sectigo.password", "p");

        assertThat(refused(environment))
                .containsExactlyInAnyOrder(
                        "orderdesk.harica.url", "orderdesk.harica.email", "orderdesk.harica.password");
    }

    /** Customers may still be told of it while others are at the next. */
    @ParameterizedTest
    @ValueSource(strings = {"orderdesk.sectigo.web-address", "orderdesk.harica.web-address"})
    void linksToBothAuthoritiesAreAskedAbout(String setting) {
        MockEnvironment environment = Settings.production();
        environment.setProperty(setting, "http://127.0.0.1:8090/");
        assertThat(refused(environment)).containsExactly(setting);
    }

    /** Whoever adds a secret adds it to the list of those that may not be read by others. */
    @Test
    void everySettingThatSoundsSecretIsOnTheListOfSecrets() throws IOException {
        var yaml = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application.yaml", new ClassPathResource("application.yaml"))
                .get(0);
        Set<String> sound = Arrays.stream(yaml.getPropertyNames())
                .filter(name -> name.matches(".*(password|secret|api-key|seed|token)$"))
                .filter(name -> !name.equals("orderdesk.openstack.first-boot.admin-password"))
                .collect(Collectors.toSet());
        assertThat(sound).hasSizeGreaterThan(8);
        assertThat(SettingDemands.secrets()).containsAll(sound);
    }

    /** One list, with what to do about each, and no value. */
    @Test
    void aStartIsRefusedInOneListThatQuotesNoValue() {
        MockEnvironment environment = Settings.production();
        environment.setProperty("orderdesk.follow.secret", "marker, short");
        environment.setProperty("orderdesk.sectigo.password", "p");
        environment.setProperty("orderdesk.address", "http://marker.example");
        environment.setActiveProfiles("production");

        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.register(ProductionCheck.class);
            assertThatThrownBy(context::refresh)
                    .isInstanceOf(NotFitForProductionException.class)
                    .hasMessageContaining("- orderdesk.follow.secret (")
                    .hasMessageContaining("set a random secret of 32 characters or more")
                    .hasMessageContaining("- orderdesk.sectigo.password (")
                    .hasMessageContaining("- orderdesk.address (")
                    .hasMessageNotContaining("marker")
                    .satisfies(
                            refusal -> assertThat(refusal.getMessage().lines()).hasSize(4));
        }
    }

    private static List<String> refused(MockEnvironment environment) {
        return Checklist.unmet(Surroundings.of(environment), Set.of(Moment.SETTINGS)).stream()
                .map(finding -> finding.demand().name())
                .toList();
    }

    private static String engine(String property) {
        return "camunda.bpm.generic-properties.properties." + property;
    }
}
