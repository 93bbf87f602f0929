package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Has the customer's appliance made in OpenStack: one per order, looked up by its tag. It starts on
 * a licence that Fortinet is asked for.
 */
@Component
class CreateApplianceDelegate extends PartnerStep {
    static final String STEP = "createAppliance";

    private final MailSecurity mailSecurity;
    private final PartnerPauses pauses;
    private final ApplicationEventPublisher events;

    CreateApplianceDelegate(
            MailSecurity mailSecurity,
            Effects effects,
            OrderFile orders,
            PartnerPauses pauses,
            ApplicationEventPublisher events) {
        super(effects, orders, "OpenStack", STEP, "ApplianceRefused");
        this.mailSecurity = mailSecurity;
        this.pauses = pauses;
        this.events = events;
    }

    @Override
    protected Optional<String> find(String order) {
        return mailSecurity.findAppliance(order);
    }

    @Override
    protected String act(String order) {
        pauses.requireNone("Fortinet");
        return mailSecurity.createAppliance(order);
    }

    @Override
    protected void keep(String order, String applianceId) {
        mailSecurity.keepAppliance(order, applianceId);
        events.publishEvent(new ApplianceCreated(order));
    }
}
