package be.belnet.orderdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps production from starting on settings that are meant for a laptop; names each of them. */
@Component
@Profile("production")
class ProductionCheck implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final Predicate<String> LAPTOP = value -> value.isBlank()
            || value.contains("127.0.0.1")
            || value.contains("localhost")
            || List.of("apiuser", "apipass", "devkey", "u", "p", "secret", "sandbox-appliance", "true")
                    .contains(value);

    /** Whoever reaches the machine would read health and signals. */
    private static final Predicate<String> ANYWHERE =
            value -> value.isBlank() || List.of("0.0.0.0", "::", "[::]").contains(value);

    /** The sandbox's. A resolver of the machine itself is fit for production. */
    private static final Predicate<String> SANDBOX_RESOLVER = value -> value.isBlank() || value.contains(":3053");

    /** The one in the settings that everybody can read. */
    private static final Predicate<String> SAMPLE_SECRET = value -> value.length() < 32 || value.startsWith("sandbox-");

    /** People's names and passwords would cross the network in the open, or come from a laptop. */
    private static final Predicate<String> UNSAFE_ISSUER =
            value -> !value.startsWith("https://") || value.contains("127.0.0.1") || value.contains("localhost");

    /** Asked for only where licences come from a distributor. */
    private static final List<String> WITH_DISTRIBUTOR =
            List.of("orderdesk.fortinet.care.url", "orderdesk.bams.distributor.email");

    /** Each asked for only where customers' certificates come from it. */
    private static final List<String> AUTHORITIES = List.of("sectigo", "harica");

    private static final Map<String, Predicate<String>> UNFIT = unfit();

    private Environment environment;

    private static Map<String, Predicate<String>> unfit() {
        Map<String, Predicate<String>> unfit = new LinkedHashMap<>();
        unfit.put("spring.datasource.url", value -> !value.startsWith("jdbc:postgresql:"));
        unfit.put("spring.datasource.password", String::isBlank);
        unfit.put("orderdesk.address", value -> !value.startsWith("https://"));
        unfit.put("management.server.address", ANYWHERE);
        unfit.put("orderdesk.sign-on.mode", value -> !value.equalsIgnoreCase("oidc"));
        unfit.put("orderdesk.sign-on.issuer", UNSAFE_ISSUER);
        unfit.put("orderdesk.sign-on.client-id", String::isBlank);
        unfit.put("orderdesk.sign-on.client-secret", value -> value.length() < 16);
        unfit.put("orderdesk.dns.resolvers", SANDBOX_RESOLVER);
        unfit.put("orderdesk.dcs.page.secret", SAMPLE_SECRET);
        unfit.put("orderdesk.follow.secret", SAMPLE_SECRET);
        unfit.put("orderdesk.feedback.secret", SAMPLE_SECRET);
        List.of(
                        "orderdesk.sandbox",
                        "orderdesk.demo-users",
                        "orderdesk.customers.sample",
                        "orderdesk.dns.web.private-addresses",
                        "spring.mail.host",
                        "orderdesk.fortinet.cloud.token-url",
                        "orderdesk.fortinet.cloud.username",
                        "orderdesk.fortinet.cloud.password",
                        "orderdesk.fortinet.flex.url",
                        "orderdesk.fortinet.mail.url",
                        "orderdesk.fortinet.mail.admin-password",
                        "orderdesk.digicert.url",
                        "orderdesk.digicert.api-key",
                        "orderdesk.sectigo.url",
                        "orderdesk.sectigo.login",
                        "orderdesk.sectigo.password",
                        "orderdesk.harica.url",
                        "orderdesk.harica.email",
                        "orderdesk.harica.password",
                        "orderdesk.openstack.auth-url",
                        "orderdesk.openstack.credentials.password")
                .forEach(setting -> unfit.put(setting, LAPTOP));
        unfit.put("orderdesk.openstack.credentials.password", LAPTOP.and(value -> !value.isBlank()));
        unfit.put("orderdesk.intake.host", LAPTOP.and(value -> !value.isBlank()));
        unfit.put("orderdesk.harica.email", LAPTOP.or(value -> value.endsWith(".example")));
        WITH_DISTRIBUTOR.forEach(setting -> unfit.put(setting, LAPTOP.or(value -> value.endsWith(".example"))));
        return unfit;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> refused = refused(environment);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join(", ", refused));
        }
    }

    /** Settings that keep production from starting, by name; never their values. */
    static List<String> refused(Environment environment) {
        boolean distributor =
                "distributor".equalsIgnoreCase(environment.getProperty("orderdesk.bams.licence-route", ""));
        List<String> refused = UNFIT.entrySet().stream()
                .filter(setting -> distributor || !WITH_DISTRIBUTOR.contains(setting.getKey()))
                .filter(setting -> !ofAnotherAuthority(environment, setting.getKey()))
                .filter(setting -> setting.getValue().test(environment.getProperty(setting.getKey(), "")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        if (sharesThePublicPort(environment)) {
            refused.add("management.server.port");
        }
        return refused;
    }

    private static boolean ofAnotherAuthority(Environment environment, String setting) {
        String inForce = environment.getProperty("orderdesk.dcs.authority", "");
        return AUTHORITIES.stream()
                .filter(authority -> !authority.equals(inForce))
                .anyMatch(authority -> setting.startsWith("orderdesk." + authority + "."));
    }

    /** Without a port of its own, management is served where people sign in. */
    private static boolean sharesThePublicPort(Environment environment) {
        String port = environment.getProperty("management.server.port", "");
        return port.isBlank() || port.equals(environment.getProperty("server.port", ""));
    }
}
