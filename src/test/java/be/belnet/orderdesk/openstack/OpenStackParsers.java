package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.openstack.OpenStackProperties.Credentials;
import be.belnet.orderdesk.openstack.OpenStackProperties.FirstBoot;
import be.belnet.orderdesk.partner.Answering;
import be.belnet.orderdesk.partner.PartnerConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** What reads answers of the cloud. */
public final class OpenStackParsers {
    private static final OpenStackProperties SETTINGS = new OpenStackProperties(
            URI.create("https://cloud.example/identity/v3"),
            null,
            Set.of(),
            new Credentials(null, null, "orderdesk", "p", "Default", "bams", "Default"),
            "fortimail-7.6",
            "bams-net",
            "",
            Map.of(2, "bams-2"),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            new FirstBoot(
                    new ClassPathResource("openstack/first-boot-mode.txt"),
                    new ClassPathResource("openstack/first-boot-config.txt"),
                    "p",
                    List.of("192.0.2.53")),
            PartnerConnection.usual());
    private static final FirstBootFiles FIRST_BOOT = new FirstBootFiles(SETTINGS.firstBoot());
    private static final String TOKEN = Answering.answer(
            201,
            "token",
            "{\"token\":{\"expires_at\":\"2099-01-01T00:00:00Z\",\"catalog\":[" + service("compute") + ","
                    + service("network") + "," + service("image") + "]}}");
    private static final String SERVER =
            "{\"id\":\"s1\",\"name\":\"BAMS-2026-00042\",\"status\":\"ACTIVE\",\"addresses\":{\"bams-net\":"
                    + "[{\"addr\":\"192.0.2.9\",\"version\":4}]},\"tags\":[\"bams:BAMS-2026-00042\"],\"metadata\":{\"port\":\"p1\"},\"flavor\":{\"original_name\":\"bams-2\"}}";
    private static final String PORT = "{\"id\":\"p1\",\"name\":\"BAMS-2026-00042\",\"device_id\":\"\",\"fixed_ips\":"
            + "[{\"subnet_id\":\"n1\",\"ip_address\":\"192.0.2.9\"}]}";
    private static final String ORDER = "BAMS-2026-00042";

    private OpenStackParsers() {}

    public static List<Parser> all() {
        return List.of(
                new Answering(OpenStack.NAME)
                        .parser(
                                "log-in to OpenStack",
                                client -> new Keystone(client, SETTINGS, Clock.systemUTC()),
                                List.of(TOKEN),
                                Keystone::session),
                new Answering(OpenStack.NAME)
                        .knowing("/auth/tokens", TOKEN)
                        .parser(
                                "answers of OpenStack",
                                client -> new OpenStackApplianceHost(
                                        new OpenStack(new Keystone(client, SETTINGS, Clock.systemUTC()), client),
                                        FIRST_BOOT,
                                        SETTINGS),
                                List.of(
                                        Answering.answers(
                                                "{\"servers\":[" + SERVER + "]}",
                                                "{\"port\":" + PORT + "}",
                                                "{\"servers\":[]}"),
                                        Answering.answers("{\"server\":" + SERVER + "}", "{\"port\":" + PORT + "}"),
                                        Answering.answers(
                                                "{\"servers\":[]}",
                                                "{\"ports\":[" + PORT + "]}",
                                                "{\"subnet\":{\"id\":\"n1\",\"cidr\":\"192.0.2.0/24\",\"gateway_ip\":\"192.0.2.1\"}}",
                                                "{\"flavors\":[{\"id\":\"f\",\"name\":\"bams-2\"}]}",
                                                "{\"images\":[{\"id\":\"i\",\"name\":\"fortimail-7.6\"}]}",
                                                "{\"server\":" + SERVER + "}"),
                                        Answering.answer(
                                                404, null, "{\"itemNotFound\":{\"message\":\"x\",\"code\":404}}")),
                                host -> host.find(ORDER),
                                host -> host.create(ORDER, new ApplianceRequest(2, "mx.a.example", "licence")),
                                host -> host.look("s1"),
                                OpenStackApplianceHost::appliances,
                                host -> host.listed("s1"),
                                host -> host.hasSize("s1", 2),
                                host -> host.resize("s1", 2),
                                host -> host.stop("s1"),
                                host -> host.remove(new Appliance("s1", Appliance.State.READY, null, null))));
    }

    private static String service(String type) {
        return "{\"type\":\"" + type
                + "\",\"endpoints\":[{\"interface\":\"public\",\"region\":\"one\",\"url\":\"https://cloud.example/"
                + type + "\"}]}";
    }
}
