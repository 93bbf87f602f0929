package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityEnd;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends the licence of a service that ends, at Fortinet: once for each file. */
@Component
class EndLicenceDelegate extends PartnerStep {
    private final MailSecurityEnd end;

    EndLicenceDelegate(MailSecurityEnd end, Effects effects, OrderFile orders) {
        super(effects, orders, "Fortinet", "endLicence", "EndingRefused");
        this.end = end;
    }

    @Override
    protected Optional<String> find(String number) {
        return end.findEnded(number);
    }

    @Override
    protected String act(String number) {
        return end.endLicence(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        end.keepEnded(number, objectId);
    }
}
