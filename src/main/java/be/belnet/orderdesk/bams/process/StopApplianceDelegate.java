package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityEnd;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stops the appliance of a service that ends, in OpenStack: once for each file. */
@Component
class StopApplianceDelegate extends PartnerStep {
    private final MailSecurityEnd end;

    StopApplianceDelegate(MailSecurityEnd end, Effects effects, OrderFile orders) {
        super(effects, orders, "OpenStack", "stopAppliance", "StoppingRefused");
        this.end = end;
    }

    @Override
    protected Optional<String> find(String number) {
        return end.findStopped(number);
    }

    @Override
    protected String act(String number) {
        return end.stopAppliance(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        end.keepStopped(number, objectId);
    }
}
