package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Registers the distributor's code at Fortinet: one licence per order, looked up before it is registered. */
@Component
class RegisterLicenceDelegate extends PartnerStep {
    static final String STEP = "registerLicence";

    private final MailSecurity mailSecurity;

    RegisterLicenceDelegate(MailSecurity mailSecurity, Effects effects, OrderFile orders) {
        super(effects, orders, "Fortinet", STEP, "RegistrationRefused");
        this.mailSecurity = mailSecurity;
    }

    @Override
    protected Optional<String> find(String order) {
        return mailSecurity.findRegistration(order);
    }

    @Override
    protected String act(String order) {
        return mailSecurity.registerLicence(order);
    }

    @Override
    protected void keep(String order, String serialNumber) {
        mailSecurity.keepRegistration(order, serialNumber);
    }
}
