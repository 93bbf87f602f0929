package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityChange;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the appliance of a service protect other domains: once for each file. */
@Component
class ChangeMailDomainsDelegate extends PartnerStep {
    static final String STEP = "changeMailDomains";

    private final MailSecurityChange change;

    ChangeMailDomainsDelegate(MailSecurityChange change, Effects effects, OrderFile orders) {
        super(effects, orders, "FortiMail", STEP, "DomainChangeRefused");
        this.change = change;
    }

    @Override
    protected Optional<String> find(String number) {
        return change.findDomains(number);
    }

    @Override
    protected String act(String number) {
        return change.changeDomains(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        change.keepDomains(number, objectId);
    }
}
