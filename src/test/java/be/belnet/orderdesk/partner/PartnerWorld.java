package be.belnet.orderdesk.partner;

import be.belnet.sandbox.SandboxRunner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The adapters as the application configures them, and a sandbox of their own to talk to. */
public final class PartnerWorld implements AutoCloseable {
    private static final List<String> QUICK = List.of(
            "--sandbox.openstack.build-time=300ms",
            "--sandbox.openstack.bind-time=100ms",
            "--sandbox.openstack.delete-time=200ms",
            "--sandbox.fortimail.boot-time=0s",
            "--sandbox.sectigo.organisation-time=100ms",
            "--sandbox.sectigo.check-time=50ms",
            "--sandbox.sectigo.wildcard-time=200ms",
            "--sandbox.harica.check-time=0s",
            "--sandbox.harica.organisation-time=100ms",
            "--sandbox.harica.look-time=50ms");

    /** All tests of a world together make more calls and errors than Fortinet allows. */
    private static final String UNLIMITED = "--orderdesk.fortinet.gate.";

    private final SandboxRunner sandbox;
    private final String database;
    private final ConfigurableApplicationContext adapters;

    private PartnerWorld(SandboxRunner sandbox, String database, List<String> settings) {
        this.sandbox = sandbox;
        this.database = database;
        this.adapters = adapters(settings);
    }

    /** @param settings as {@code --name=value}; those of the sandbox begin with {@code --sandbox.} */
    public static PartnerWorld start(String... settings) {
        Predicate<String> ofSandbox = setting -> setting.startsWith("--sandbox.");
        var sandbox = SandboxRunner.start(
                lastOfEach(Stream.concat(QUICK.stream(), Stream.of(settings).filter(ofSandbox))));
        return new PartnerWorld(
                sandbox,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                Stream.concat(
                                Stream.of("--spring.sql.init.mode=always"),
                                Stream.of(settings).filter(ofSandbox.negate()))
                        .toList());
    }

    /** Another node of the application in the same world; {@code SANDBOX} in a setting stands for its address. */
    public PartnerWorld seenWith(String... settings) {
        return new PartnerWorld(sandbox, database, List.of(settings));
    }

    public <T> T bean(Class<T> type) {
        return adapters.getBean(type);
    }

    /** One of several of a type. */
    public <T> T bean(String name, Class<T> type) {
        return adapters.getBean(name, type);
    }

    public SandboxRunner sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        adapters.close();
        sandbox.close();
    }

    private ConfigurableApplicationContext adapters(List<String> settings) {
        String address = sandbox.address();
        var all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database,
                "--spring.sql.init.mode=never",
                "--spring.sql.init.schema-locations=classpath:db/migration/common/V96__partner_gate.sql,"
                        + "classpath:db/migration/common/V170__partner_lease.sql",
                UNLIMITED + "calls-per-minute=1000000",
                UNLIMITED + "calls-per-hour=1000000",
                UNLIMITED + "errors-per-hour=1000000",
                "--orderdesk.fortinet.cloud.token-url=" + address + "/forticloud/api/v1/oauth/token/",
                "--orderdesk.fortinet.flex.url=" + address + "/fortiflex/ES/api/fortiflex/v2",
                "--orderdesk.fortinet.mail.url=" + address + "/fortimail/{address}/api/v1",
                "--orderdesk.sectigo.url=" + address + "/sectigo/api",
                "--orderdesk.harica.url=" + address + "/harica",
                "--orderdesk.openstack.auth-url=" + address + "/openstack/identity/v3",
                "--orderdesk.openstack.poll-interval=50ms",
                "--orderdesk.digicert.url=" + address + "/digicert/services/v2",
                "--orderdesk.digicert.retry.pause=20ms"));
        settings.forEach(setting -> all.add(setting.replace("SANDBOX", address)));
        return new SpringApplicationBuilder(Adapters.class, SimpleMeterRegistry.class)
                .web(WebApplicationType.NONE)
                .run(lastOfEach(all.stream()));
    }

    /** A setting given twice on a command line would become a list of both. */
    private static String[] lastOfEach(Stream<String> settings) {
        var byName = new LinkedHashMap<String, String>();
        settings.forEach(setting -> byName.put(setting.substring(0, setting.indexOf('=')), setting));
        return byName.values().toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, SqlInitializationAutoConfiguration.class})
    @ComponentScan(
            basePackages = {
                "be.belnet.orderdesk.database",
                "be.belnet.orderdesk.digicert",
                "be.belnet.orderdesk.fortinet",
                "be.belnet.orderdesk.harica",
                "be.belnet.orderdesk.openstack",
                "be.belnet.orderdesk.partner",
                "be.belnet.orderdesk.sectigo"
            },
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
    @ComponentScan(
            basePackages = "be.belnet.orderdesk.dcs",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.AuthorityInForce"))
    static class Adapters {}
}
