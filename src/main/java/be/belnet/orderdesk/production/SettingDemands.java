package be.belnet.orderdesk.production;

import static be.belnet.orderdesk.production.Values.given;
import static be.belnet.orderdesk.production.Values.is;
import static be.belnet.orderdesk.production.Values.set;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What settings must be in production: a line for each. */
class SettingDemands {
    private static final Predicate<Environment> DISTRIBUTOR = set("orderdesk.bams.licence-route", "distributor");
    private static final Predicate<Environment> SECTIGO = set("orderdesk.dcs.authority", "sectigo");
    private static final Predicate<Environment> HARICA = set("orderdesk.dcs.authority", "harica");
    private static final Predicate<Environment> INTAKE = given("orderdesk.intake.host");
    private static final Predicate<Environment> APPLICATION_CREDENTIAL =
            given("orderdesk.openstack.credentials.application-credential-id");
    private static final Predicate<Environment> MIGRATES =
            settings -> !"false".equalsIgnoreCase(settings.getProperty("spring.flyway.enabled", "true"));

    private static final String ENGINE = "camunda.bpm.generic-properties.properties.";
    private static final String RANDOM = "a random secret of 32 characters or more, the same on all nodes";
    private static final String VERIFIED =
            "a jdbc:postgresql: address with sslmode=verify-full, and neither user nor password in it";

    private static final List<Demand> PLAIN = List.of(
            // The laptop's comforts
            setting("orderdesk.sandbox", Values::isOff, "false"),
            setting("orderdesk.demo-users", Values::isOff, "false"),
            setting("orderdesk.customers.sample", Values::isOff, "false"),
            setting("orderdesk.dns.web.private-addresses", Values::isOff, "false"),
            setting("orderdesk.dns.resolvers", Values::isResolver, "validating resolvers of yours"),
            // Who reaches what
            setting("orderdesk.sign-on.mode", is("oidc", "OIDC"), "oidc"),
            setting("orderdesk.sign-on.issuer", Values::isHttps, "the https address of the house's OpenID provider"),
            setting("orderdesk.sign-on.client-id", Values::isSet, "the provider's name for Orderdesk"),
            setting("orderdesk.address", Values::isHttps, "the https address that people type"),
            setting("server.servlet.session.cookie.secure", Values::isTrue, "true"),
            setting("server.servlet.session.cookie.http-only", Values::isTrue, "true"),
            setting("server.servlet.session.cookie.same-site", is("lax", "strict"), "lax or strict"),
            setting("server.forward-headers-strategy", is("framework", "native"), "framework, behind a proxy with TLS"),
            setting("management.server.address", Values::isOneAddress, "127.0.0.1, or an address behind a firewall"),
            setting("management.server.port", SettingDemands::isApart, "a port apart from server.port"),
            setting(
                    "management.endpoints.web.exposure.include",
                    value -> Values.isOnly(value, Set.of("health", "prometheus")),
                    "health,prometheus"),
            // The webapps and the engine
            setting("camunda.bpm.webapp.csrf.enable-secure-cookie", Values::isTrue, "true"),
            setting("camunda.bpm.webapp.session-cookie.enable-secure-cookie", Values::isTrue, "true"),
            setting("camunda.bpm.webapp.header-security.hsts-disabled", is("false"), "false"),
            setting("camunda.bpm.authorization.enabled", Values::isTrue, "true"),
            setting("camunda.bpm.database.schema-update", is("false"), "false: Flyway owns the tables"),
            setting(ENGINE + "query-max-results-limit", value -> Values.isBetween(value, 1, 2000), "2000 at most"),
            setting(ENGINE + "deserialization-type-validation-enabled", Values::isTrue, "true"),
            setting(ENGINE + "java-serialization-format-enabled", is("false"), "false"),
            setting(ENGINE + "enable-xxe-processing", is("false"), "false"),
            setting(ENGINE + "enable-expressions-in-adhoc-queries", is("false"), "false"),
            setting(ENGINE + "enable-fetch-script-engine-from-process-application", is("false"), "false"),
            setting(ENGINE + "enforce-history-time-to-live", Values::isTrue, "true"),
            setting(ENGINE + "history-cleanup-batch-window-start-time", Values::isSet, "an hour of the night: 01:00"),
            setting(ENGINE + "history-cleanup-batch-window-end-time", Values::isSet, "an hour of the night: 05:00"),
            setting(ENGINE + "history-cleanup-job-log-time-to-live", Values::isSet, "a period such as P30D"),
            setting(ENGINE + "batch-operation-history-time-to-live", Values::isSet, "a period such as P30D"),
            setting(ENGINE + "task-metrics-time-to-live", Values::isSet, "a period such as P540D"),
            setting("orderdesk.effects.check-times", Values::isTrue, "true"),
            setting("orderdesk.operations.clock.round", atMost(Duration.ofMinutes(1)), "1m or less"),
            setting("orderdesk.operations.clock.alarm", atMost(Duration.ofSeconds(1)), "1s or less"),
            setting("orderdesk.operations.clock.limit", atMost(Duration.ofSeconds(10)), "10s or less"),
            // The database
            setting("spring.datasource.url", Values::verifiesTheDatabase, VERIFIED),
            setting(
                    "spring.datasource.username",
                    Values::isSet,
                    "the user of the run time, without rights on the schema"),
            setting(
                    "spring.datasource.hikari.transaction-isolation",
                    is("", "TRANSACTION_READ_COMMITTED"),
                    "nothing: the engine needs READ COMMITTED"),
            setting("spring.flyway.user", SettingDemands::isAnotherUser, "a user of its own, who owns the tables")
                    .onlyIf(MIGRATES),
            setting("spring.flyway.url", Values::verifiesTheDatabase, VERIFIED + ", or nothing")
                    .onlyIf(MIGRATES.and(given("spring.flyway.url"))),
            // Mail
            setting("spring.mail.host", Values::isElsewhere, "your mail relay"),
            setting(
                    "spring.mail.properties.mail.smtp.starttls.required",
                    SettingDemands::encryptsMail,
                    "true, or spring.mail.properties.mail.smtp.ssl.enable where the relay speaks TLS from the first byte"),
            setting("spring.mail.properties.mail.smtp.ssl.checkserveridentity", Values::isTrue, "true"),
            setting("spring.mail.properties.mail.smtp.ssl.trust", is(""), "nothing"),
            setting("orderdesk.intake.host", Values::isElsewhere, "your mail server, or nothing")
                    .onlyIf(INTAKE),
            setting("orderdesk.intake.encryption", is("tls", "starttls", "TLS", "STARTTLS"), "tls or starttls")
                    .onlyIf(INTAKE),
            // Partners
            setting("orderdesk.fortinet.cloud.token-url", Values::isHttps, "FortiCloud's https address"),
            setting("orderdesk.fortinet.cloud.username", Values::isOwn, "your API user"),
            setting("orderdesk.fortinet.flex.url", Values::isHttps, "FortiFlex's https address"),
            setting("orderdesk.fortinet.mail.url", Values::isHttps, "https://{address}/api/v1"),
            setting("orderdesk.fortinet.care.url", Values::isHttps, "FortiCare's https address")
                    .onlyIf(DISTRIBUTOR),
            setting("orderdesk.bams.distributor.email", Values::isOwnAddress, "the distributor's mail address")
                    .onlyIf(DISTRIBUTOR),
            setting("orderdesk.digicert.url", Values::isHttps, "CertCentral's https address"),
            setting("orderdesk.sectigo.url", Values::isHttps, "https://cert-manager.com/api")
                    .onlyIf(SECTIGO),
            // customers of one authority are written to while another is in force
            setting(
                    "orderdesk.sectigo.web-address",
                    Values::isHttps,
                    "https://cert-manager.com/customer/ and your name"),
            setting("orderdesk.sectigo.login", Values::isOwn, "the network's account")
                    .onlyIf(SECTIGO),
            setting("orderdesk.harica.url", Values::isHttps, "https://cm.harica.gr")
                    .onlyIf(HARICA),
            setting("orderdesk.harica.web-address", Values::isHttps, "https://cm.harica.gr"),
            setting("orderdesk.harica.email", Values::isOwnAddress, "the network's account")
                    .onlyIf(HARICA),
            setting("orderdesk.openstack.auth-url", Values::isHttps, "Keystone's https address"),
            setting(
                    "orderdesk.openstack.first-boot.name-servers",
                    Values::areNameServers,
                    "resolvers that the appliances reach"));

    /** Each may come from a file or the environment alone, see {@link Sources}. */
    private static final List<Demand> SECRET = List.of(
            secret("orderdesk.dcs.page.secret", Values::signs, RANDOM),
            secret("orderdesk.follow.secret", Values::signs, RANDOM),
            secret("orderdesk.feedback.secret", Values::signs, RANDOM),
            secret("orderdesk.sign-on.client-secret", Values::isLong, "the secret that the provider gave Orderdesk"),
            secret(
                            "orderdesk.sign-on.break-glass.password-hash",
                            Values::isBcrypt,
                            "the bcrypt hash of a password of 12 rounds or more, or nothing")
                    .onlyIf(given("orderdesk.sign-on.break-glass.password-hash")),
            secret("spring.datasource.password", Values::isOwn, "the run-time user's password"),
            secret("spring.flyway.password", Values::isOwn, "the password of spring.flyway.user")
                    .onlyIf(MIGRATES),
            secret("spring.mail.password", Values::isOwn, "the relay's password")
                    .onlyIf(given("spring.mail.password")),
            secret("orderdesk.intake.password", Values::isOwn, "the mail box's password")
                    .onlyIf(INTAKE),
            secret("orderdesk.fortinet.cloud.password", Values::isOwn, "the API user's password"),
            secret(
                    "orderdesk.fortinet.mail.admin-password",
                    Values::isOwn,
                    "a password of your own for new appliances"),
            secret("orderdesk.digicert.api-key", Values::isOwn, "a key that may only view"),
            secret("orderdesk.sectigo.password", Values::isOwn, "the account's password")
                    .onlyIf(SECTIGO),
            secret("orderdesk.harica.password", Values::isOwn, "the account's password")
                    .onlyIf(HARICA),
            secret("orderdesk.harica.totp-seed", Values::isOwn, "the seed of the account's authenticator, or nothing")
                    .onlyIf(HARICA.and(given("orderdesk.harica.totp-seed"))),
            secret(
                            "orderdesk.openstack.credentials.application-credential-secret",
                            Values::isOwn,
                            "the application credential's secret")
                    .onlyIf(APPLICATION_CREDENTIAL),
            secret(
                            "orderdesk.openstack.credentials.password",
                            Values::isOwn,
                            "an application credential instead, or the user's password")
                    .onlyIf(APPLICATION_CREDENTIAL.negate()));

    static final List<Demand> ALL =
            Stream.of(PLAIN, SECRET).flatMap(List::stream).toList();

    private SettingDemands() {}

    /** Names of the settings that are secrets. */
    static List<String> secrets() {
        return SECRET.stream().map(Demand::name).toList();
    }

    private static Demand setting(String name, Predicate<String> fit, String remedy) {
        return setting(name, (settings, value) -> fit.test(value), remedy);
    }

    private static Demand setting(String name, BiPredicate<Environment, String> fit, String remedy) {
        return new Demand(
                Moment.SETTINGS,
                name,
                "set " + remedy,
                where -> Seen.of(fit.test(where.settings(), where.setting(name)), Sources.inWords(where, name)));
    }

    private static Demand secret(String name, Predicate<String> fit, String remedy) {
        return new Demand(
                Moment.SETTINGS,
                name,
                "set " + remedy + ", from the environment or a file that only Orderdesk reads",
                where -> fit.test(where.setting(name))
                        ? Sources.ofSecret(where, name)
                        : Seen.unfit(Sources.inWords(where, name)));
    }

    private static Predicate<String> atMost(Duration most) {
        return value -> Values.isAtMost(value, most);
    }

    /** Without a port of its own, management is served where people sign in. */
    private static boolean isApart(Environment settings, String port) {
        return Values.isSet(port) && !port.equals(settings.getProperty("server.port", ""));
    }

    private static boolean isAnotherUser(Environment settings, String user) {
        return Values.isSet(user) && !user.equals(settings.getProperty("spring.datasource.username", ""));
    }

    private static boolean encryptsMail(Environment settings, String required) {
        return Values.isTrue(required)
                || Arrays.asList("spring.mail.properties.mail.smtp.ssl.enable", "spring.mail.ssl.enabled").stream()
                        .anyMatch(setting -> Values.isTrue(settings.getProperty(setting, "")));
    }
}
