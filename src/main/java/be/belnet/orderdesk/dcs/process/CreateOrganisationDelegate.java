package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the CA make the customer's organisation: one per customer, looked up before; one that stands there serves. */
@Component
class CreateOrganisationDelegate extends PartnerStep {
    static final String STEP = "createOrganisation";

    private final Certificates certificates;

    CreateOrganisationDelegate(Certificates certificates, Effects effects, OrderFile orders) {
        super(effects, orders, certificates::authority, STEP, "OrganisationRefused");
        this.certificates = certificates;
    }

    @Override
    protected boolean mayBeEarlier() {
        return true;
    }

    @Override
    protected Optional<String> find(String order) {
        return certificates.findOrganisation(order);
    }

    @Override
    protected String act(String order) {
        return certificates.createOrganisation(order);
    }

    @Override
    protected void keep(String order, String organisationId) {
        certificates.keepOrganisation(order, organisationId);
    }
}
