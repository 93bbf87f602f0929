package be.belnet.sandbox.openstack;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The machines of the cloud, on the page of the world. */
@Component
class MachinesSection implements WorldSection {
    private final Cloud cloud;

    MachinesSection(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String title() {
        return "Machines (OpenStack)";
    }

    @Override
    public int position() {
        return 200;
    }

    @Override
    public List<String> columns() {
        return List.of("Name", "Tags", "Size", "Status", "Address", "Fault", "Id");
    }

    @Override
    public List<List<String>> rows() {
        return cloud.now(cloud::servers).stream().map(MachinesSection::row).toList();
    }

    private static List<String> row(Server server) {
        return List.of(
                server.name(),
                String.join(" ", server.tagList()),
                server.flavor().name(),
                server.deleting() ? "being deleted" : server.status(),
                server.address() == null ? "" : server.address(),
                server.fault() == null ? "" : server.fault(),
                server.id());
    }
}
