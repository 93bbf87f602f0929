package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.partner.PartnerGate.Limits;
import org.springframework.stereotype.Component;

/** The gates before partners that limit how often they are called; each has a row in table {@code partner_gate}. */
@Component
public class PartnerGates {
    private final GateRows rows;

    PartnerGates(GateRows rows) {
        this.rows = rows;
    }

    public PartnerGate before(String partner, Limits limits) {
        return new PartnerGate(rows, partner, limits);
    }
}
