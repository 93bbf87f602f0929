package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityChange;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has the licence of a service cover something else, at Fortinet: once for each file; serial number and end stay. */
@Component
class ChangeLicenceDelegate extends PartnerStep {
    static final String STEP = "changeLicence";

    private final MailSecurityChange change;

    ChangeLicenceDelegate(MailSecurityChange change, Effects effects, OrderFile orders) {
        super(effects, orders, "Fortinet", STEP, "LicenceChangeRefused");
        this.change = change;
    }

    @Override
    protected Optional<String> find(String number) {
        return change.findLicence(number);
    }

    @Override
    protected String act(String number) {
        return change.changeLicence(number);
    }

    @Override
    protected void keep(String number, String objectId) {
        change.keepLicence(number, objectId);
    }
}
