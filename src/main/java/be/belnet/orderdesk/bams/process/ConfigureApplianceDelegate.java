package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Protects the customer's domains on its FortiMail: what stands there already is compared, not added again. */
@Component
class ConfigureApplianceDelegate extends PartnerStep {
    static final String STEP = "configureAppliance";

    private final MailSecurity mailSecurity;

    ConfigureApplianceDelegate(MailSecurity mailSecurity, Effects effects, OrderFile orders) {
        super(effects, orders, "FortiMail", STEP, "ConfigurationRefused");
        this.mailSecurity = mailSecurity;
    }

    @Override
    protected Optional<String> find(String order) {
        return mailSecurity.findConfiguration(order);
    }

    @Override
    protected String act(String order) {
        return mailSecurity.configureAppliance(order);
    }

    @Override
    protected void keep(String order, String address) {
        mailSecurity.keepConfiguration(order, address);
    }
}
