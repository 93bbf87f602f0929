package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityEnd;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Removes the appliance of a service that has ended, with its quarantine, from OpenStack: once for each file. */
@Component
class RemoveApplianceDelegate extends PartnerStep {
    private final MailSecurityEnd end;

    RemoveApplianceDelegate(MailSecurityEnd end, Effects effects, OrderFile orders) {
        super(effects, orders, "OpenStack", "removeAppliance", "RemovalRefused");
        this.end = end;
    }

    @Override
    protected Optional<String> find(String number) {
        return end.findRemoved(number);
    }

    @Override
    protected String act(String number) {
        return end.removeAppliance(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        end.keepRemoved(number, objectId);
    }
}
