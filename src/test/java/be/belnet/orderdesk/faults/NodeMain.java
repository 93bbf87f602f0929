package be.belnet.orderdesk.faults;

import be.belnet.orderdesk.OrderdeskApplication;
import be.belnet.orderdesk.fortinet.BlindLicences;
import be.belnet.orderdesk.openstack.BlindAppliances;
import be.belnet.orderdesk.workflow.FaultyEffects;
import be.belnet.orderdesk.workflow.NamedNode;
import be.belnet.orderdesk.workflow.NextRelease;
import be.belnet.orderdesk.workflow.ShiftedClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** A node of the fault suite: Orderdesk, with effects that can die. */
public final class NodeMain {
    private NodeMain() {}

    public static void main(String[] arguments) {
        ChildProcess.endWithParent();
        new SpringApplicationBuilder(sources(arguments))
                .profiles("faults")
                .initializers(NodeMain::leaveOtherTestsOut)
                .run(arguments);
    }

    private static Class<?>[] sources(String[] arguments) {
        List<Class<?>> sources =
                new ArrayList<>(List.of(OrderdeskApplication.class, FaultyEffects.class, NamedNode.class));
        if (Arrays.asList(arguments).contains("--orderdesk.faults.plain=true")) {
            sources.addAll(List.of(BlindLicences.class, BlindAppliances.class));
        }
        if (Arrays.stream(arguments).anyMatch(one -> one.startsWith("--orderdesk.faults.clock-offset="))) {
            sources.add(ShiftedClock.class);
        }
        if (Arrays.asList(arguments).contains("--orderdesk.faults.next=true")) {
            sources.add(NextRelease.class);
        }
        return sources.toArray(Class<?>[]::new);
    }

    /** Has the scan of an application that runs among tests find nothing of theirs. */
    public static void leaveOtherTestsOut(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("mainOnly", new MainOnly());
    }

    /** Nothing that the scan of the application finds beside this class. */
    private static class MainOnly extends TypeExcludeFilter {
        private final String tests = NodeMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) throws IOException {
            return found.getResource().getURL().toString().startsWith(tests);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MainOnly;
        }

        @Override
        public int hashCode() {
            return MainOnly.class.hashCode();
        }
    }
}
