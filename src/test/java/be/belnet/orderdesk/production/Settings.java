package be.belnet.orderdesk.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Settings as shipped, and as an operator makes them fit for production. */
class Settings {
    private static final Map<String, String> OF_AN_OPERATOR = new LinkedHashMap<>();

    static {
        OF_AN_OPERATOR.put("spring.datasource.url", "jdbc:postgresql://db.example/orderdesk?sslmode=verify-full");
        OF_AN_OPERATOR.put("spring.datasource.username", "orderdesk");
        OF_AN_OPERATOR.put("spring.datasource.password", "marker of spring.datasource.password");
        OF_AN_OPERATOR.put("spring.flyway.user", "orderdesk_owner");
        OF_AN_OPERATOR.put("spring.flyway.password", "marker of spring.flyway.password");
        OF_AN_OPERATOR.put("spring.mail.host", "smtp.example");
        OF_AN_OPERATOR.put("orderdesk.address", "https://orderdesk.example");
        OF_AN_OPERATOR.put("orderdesk.sign-on.issuer", "https://sign-on.example/realms/staff");
        OF_AN_OPERATOR.put("orderdesk.sign-on.client-secret", "marker of sign-on.client-secret");
        OF_AN_OPERATOR.put("orderdesk.fortinet.cloud.token-url", "https://cloud.example/token/");
        OF_AN_OPERATOR.put("orderdesk.fortinet.cloud.username", "an api user");
        OF_AN_OPERATOR.put("orderdesk.fortinet.cloud.password", "marker of fortinet.cloud.password");
        OF_AN_OPERATOR.put("orderdesk.fortinet.flex.url", "https://flex.example");
        OF_AN_OPERATOR.put("orderdesk.fortinet.mail.url", "https://{address}/api/v1");
        OF_AN_OPERATOR.put("orderdesk.fortinet.mail.admin-password", "marker of fortinet.mail.admin-password");
        OF_AN_OPERATOR.put("orderdesk.sectigo.url", "https://ca.example/api");
        OF_AN_OPERATOR.put("orderdesk.sectigo.login", "an administrator");
        OF_AN_OPERATOR.put("orderdesk.sectigo.password", "marker of sectigo.password");
        OF_AN_OPERATOR.put("orderdesk.openstack.auth-url", "https://cloud.example/identity/v3");
        OF_AN_OPERATOR.put("orderdesk.openstack.credentials.application-credential-id", "an application credential");
        OF_AN_OPERATOR.put(
                "orderdesk.openstack.credentials.application-credential-secret",
                "marker of application-credential-secret");
        OF_AN_OPERATOR.put("orderdesk.openstack.first-boot.name-servers", "10.0.0.53, 10.0.1.53");
        OF_AN_OPERATOR.put("orderdesk.digicert.url", "https://certcentral.example/services/v2");
        OF_AN_OPERATOR.put("orderdesk.digicert.api-key", "marker of digicert.api-key");
        OF_AN_OPERATOR.put("orderdesk.dcs.page.secret", "marker of dcs.page.secret, long enough to sign");
        OF_AN_OPERATOR.put("orderdesk.follow.secret", "marker of follow.secret, long enough to sign");
        OF_AN_OPERATOR.put("orderdesk.feedback.secret", "marker of feedback.secret, long enough to sign");
        OF_AN_OPERATOR.put("orderdesk.dns.resolvers", "127.0.0.1, 192.0.2.53");
    }

    private Settings() {}

    static Map<String, String> ofAnOperator() {
        return new LinkedHashMap<>(OF_AN_OPERATOR);
    }

    static MockEnvironment asShipped() {
        var environment = new MockEnvironment();
        for (String file : List.of("application-production.yaml", "application.yaml")) {
            try {
                new YamlPropertySourceLoader()
                        .load(file, new ClassPathResource(file))
                        .forEach(environment.getPropertySources()::addLast);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    static MockEnvironment production() {
        MockEnvironment environment = asShipped();
        OF_AN_OPERATOR.forEach(environment::setProperty);
        return environment;
    }

    /** With everything in use that is asked about only where it is used. */
    static MockEnvironment everythingInUse() {
        MockEnvironment environment = production();
        environment.setProperty("spring.flyway.url", "jdbc:postgresql://db.example/orderdesk?sslmode=verify-full");
        environment.setProperty("spring.mail.password", "marker of spring.mail.password");
        environment.setProperty("orderdesk.intake.host", "imap.example");
        environment.setProperty("orderdesk.intake.password", "marker of intake.password");
        environment.setProperty(
                "orderdesk.sign-on.break-glass.password-hash",
                "$2a$12$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
        environment.setProperty("orderdesk.bams.licence-route", "distributor");
        environment.setProperty("orderdesk.fortinet.care.url", "https://care.example");
        environment.setProperty("orderdesk.bams.distributor.email", "orders@distributor.test");
        return environment;
    }
}
