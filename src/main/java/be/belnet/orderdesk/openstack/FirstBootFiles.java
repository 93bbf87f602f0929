package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.openstack.OpenStack.PersonalityFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** What an appliance reads from its config drive at first boot: operation mode, configuration, licence. */
class FirstBootFiles {
    private static final Pattern HOST_NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final OpenStackProperties.FirstBoot settings;
    private final String mode;
    private final String config;

    FirstBootFiles(OpenStackProperties.FirstBoot settings) {
        this.settings = settings;
        this.mode = read(settings.mode());
        this.config = read(settings.config());
    }

    List<PersonalityFile> of(ApplianceRequest request, OpenStack.FixedIp address, OpenStack.Subnet subnet) {
        if (!HOST_NAME.matcher(request.hostName()).matches()) {
            throw new IllegalArgumentException("Not a host name: " + request.hostName());
        }
        var values = Map.of(
                "hostName", request.hostName(),
                "adminPassword", quoted(settings.adminPassword()),
                "address", address.ipAddress(),
                "prefixLength", subnet.cidr().substring(subnet.cidr().indexOf('/') + 1),
                "gateway", subnet.gatewayIp(),
                "nameServer", settings.nameServers().get(0),
                "secondNameServer",
                        settings.nameServers().get(settings.nameServers().size() - 1));
        return List.of(
                PersonalityFile.of("mode", mode),
                PersonalityFile.of("config", filled(values)),
                PersonalityFile.of("license", request.firstBootLicence()));
    }

    private String filled(Map<String, String> values) {
        return PLACE.matcher(config).replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
    }

    private static String value(Map<String, String> values, String place) {
        var value = values.get(place);
        if (value == null) {
            throw new IllegalStateException("The first-boot configuration has an unknown place: " + place);
        }
        return value;
    }

    private static String quoted(String password) {
        if (password.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("The administrator's password holds control characters");
        }
        return '"' + password.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
