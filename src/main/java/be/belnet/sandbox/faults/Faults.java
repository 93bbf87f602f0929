package be.belnet.sandbox.faults;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.Partners;
import java.util.List;
import java.util.stream.Collectors;

/** Switches faults on and off. */
public class Faults {

    private final Partners partners;
    private final FaultCheck check;
    private final FaultSwitches switches;

    Faults(Partners partners, FaultSettings settings, FaultSwitches switches) {
        this.partners = partners;
        this.check = new FaultCheck(settings);
        this.switches = switches;
    }

    /** Those that are on. */
    public List<FaultSwitch> all() {
        return switches.all();
    }

    /** @throws org.springframework.web.server.ResponseStatusException 400 with what is wrong about the request */
    public FaultSwitch switchOn(String partner, FaultRequest asked) {
        return switches.switchOn(check.check(known(partner), asked));
    }

    /** Calls that are held already stay so. */
    public void switchOff(String partner) {
        switches.switchOff(known(partner).code());
    }

    private Partner known(String code) {
        return partners.find(code)
                .orElseThrow(() -> FaultCheck.bad("partner: one of "
                        + partners.all().stream().map(Partner::code).collect(Collectors.joining(", "))));
    }
}
