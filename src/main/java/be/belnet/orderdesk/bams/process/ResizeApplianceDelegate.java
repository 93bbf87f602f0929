package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityChange;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the appliance of a service another size, in OpenStack: once for each file; the server stays the same. */
@Component
class ResizeApplianceDelegate extends PartnerStep {
    static final String STEP = "resizeAppliance";

    private final MailSecurityChange change;

    ResizeApplianceDelegate(MailSecurityChange change, Effects effects, OrderFile orders) {
        super(effects, orders, "OpenStack", STEP, "ResizeRefused");
        this.change = change;
    }

    @Override
    protected Optional<String> find(String number) {
        return change.findSize(number);
    }

    @Override
    protected String act(String number) {
        return change.resizeAppliance(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        change.keepSize(number, objectId);
    }
}
