package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the CA invite the customer's administrator: one account per address, looked up before. */
@Component
class InviteAdministratorDelegate extends PartnerStep {
    static final String STEP = "inviteAdministrator";

    private final Certificates certificates;

    InviteAdministratorDelegate(Certificates certificates, Effects effects, OrderFile orders) {
        super(effects, orders, certificates::authority, STEP, "AdministratorRefused");
        this.certificates = certificates;
    }

    @Override
    protected boolean mayBeEarlier() {
        return true;
    }

    @Override
    protected Optional<String> find(String order) {
        return certificates.findAdministrator(order);
    }

    @Override
    protected String act(String order) {
        return certificates.inviteAdministrator(order);
    }

    @Override
    protected void keep(String order, String administratorId) {
        certificates.keepAdministrator(order, administratorId);
    }
}
