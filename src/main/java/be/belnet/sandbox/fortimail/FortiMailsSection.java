package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.openstack.Cloud;
import be.belnet.sandbox.page.WorldSection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The appliances and the domains behind them, on the page of the world. */
@Component
class FortiMailsSection implements WorldSection {
    private final Cloud cloud;
    private final Units units;
    private final Domains domains;

    FortiMailsSection(Cloud cloud, Units units, Domains domains) {
        this.cloud = cloud;
        this.units = units;
        this.domains = domains;
    }

    @Override
    public String title() {
        return "Mail appliances (FortiMail)";
    }

    @Override
    public int position() {
        return 300;
    }

    @Override
    public List<String> columns() {
        return List.of("Host name", "Address", "Order", "Licence", "State", "Domains");
    }

    @Override
    public List<List<String>> rows() {
        cloud.catchUp();
        return units.all().stream().map(this::row).toList();
    }

    private List<String> row(Unit unit) {
        return List.of(
                unit.hostName(),
                unit.address(),
                unit.reference(),
                unit.serial() == null ? "none" : unit.serial(),
                state(unit),
                domains.of(unit).stream().map(Domains.Row::name).collect(Collectors.joining(" ")));
    }

    private static String state(Unit unit) {
        if (!unit.switchedOn()) {
            return "off";
        }
        return unit.answers(Instant.now()) ? "running" : "starting";
    }
}
