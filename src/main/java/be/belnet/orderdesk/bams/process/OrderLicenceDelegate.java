package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders the licence at Fortinet: one per order, looked up by the order number. */
@Component
class OrderLicenceDelegate extends PartnerStep {
    static final String STEP = "orderLicence";

    private final MailSecurity mailSecurity;

    OrderLicenceDelegate(MailSecurity mailSecurity, Effects effects, OrderFile orders) {
        super(effects, orders, "Fortinet", STEP, "LicenceRefused");
        this.mailSecurity = mailSecurity;
    }

    @Override
    protected Optional<String> find(String order) {
        return mailSecurity.findLicence(order);
    }

    @Override
    protected String act(String order) {
        return mailSecurity.orderLicence(order);
    }

    @Override
    protected void keep(String order, String serialNumber) {
        mailSecurity.keepLicence(order, serialNumber);
    }
}
