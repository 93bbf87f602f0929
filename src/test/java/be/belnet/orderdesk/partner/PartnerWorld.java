package be.belnet.orderdesk.partner;

import be.belnet.sandbox.SandboxRunner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The adapters as the application configures them, and a sandbox of their own to talk to. */
public final class PartnerWorld implements AutoCloseable {
    private static final List<String> QUICK = List.of(
            "--sandbox.openstack.build-time=300ms",
            "--sandbox.openstack.bind-time=100ms",
            "--sandbox.openstack.delete-time=200ms",
            "--sandbox.fortimail.boot-time=0s");

    private final SandboxRunner sandbox;
    private final ConfigurableApplicationContext adapters;

    private PartnerWorld(SandboxRunner sandbox, ConfigurableApplicationContext adapters) {
        this.sandbox = sandbox;
        this.adapters = adapters;
    }

    /** @param settings as {@code --name=value}; those of the sandbox begin with {@code --sandbox.} */
    public static PartnerWorld start(String... settings) {
        Predicate<String> ofSandbox = setting -> setting.startsWith("--sandbox.");
        var sandbox = SandboxRunner.start(
                lastOfEach(Stream.concat(QUICK.stream(), Stream.of(settings).filter(ofSandbox))));
        return new PartnerWorld(
                sandbox,
                adapters(
                        sandbox.address(),
                        Stream.of(settings).filter(ofSandbox.negate()).toList()));
    }

    /** Another instance of the application in the same world; {@code SANDBOX} in a setting stands for its address. */
    public PartnerWorld seenWith(String... settings) {
        return new PartnerWorld(sandbox, adapters(sandbox.address(), List.of(settings)));
    }

    public <T> T bean(Class<T> type) {
        return adapters.getBean(type);
    }

    public SandboxRunner sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        adapters.close();
        sandbox.close();
    }

    private static ConfigurableApplicationContext adapters(String sandbox, List<String> settings) {
        var all = new ArrayList<>(List.of(
                "--orderdesk.fortinet.cloud.token-url=" + sandbox + "/forticloud/api/v1/oauth/token/",
                "--orderdesk.fortinet.flex.url=" + sandbox + "/fortiflex/ES/api/fortiflex/v2",
                "--orderdesk.fortinet.mail.url=" + sandbox + "/fortimail/{address}/api/v1",
                "--orderdesk.openstack.auth-url=" + sandbox + "/openstack/identity/v3",
                "--orderdesk.openstack.poll-interval=50ms"));
        settings.forEach(setting -> all.add(setting.replace("SANDBOX", sandbox)));
        return new SpringApplicationBuilder(Adapters.class, PartnerCalls.class, SimpleMeterRegistry.class)
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
    @ComponentScan({"be.belnet.orderdesk.fortinet", "be.belnet.orderdesk.openstack"})
    static class Adapters {}
}
