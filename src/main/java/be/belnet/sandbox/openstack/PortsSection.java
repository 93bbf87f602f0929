package be.belnet.sandbox.openstack;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The addresses given out, on the page of the world. */
@Component
class PortsSection implements WorldSection {
    private final Cloud cloud;

    PortsSection(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String title() {
        return "Addresses (OpenStack ports)";
    }

    @Override
    public int position() {
        return 210;
    }

    @Override
    public List<String> columns() {
        return List.of("Address", "Name", "Machine", "Id");
    }

    @Override
    public List<List<String>> rows() {
        return cloud.now(cloud::ports).stream()
                .map(port ->
                        List.of(port.address(), port.name(), port.deviceId() == null ? "" : port.deviceId(), port.id()))
                .toList();
    }
}
