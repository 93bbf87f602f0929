package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Effects;
import org.springframework.stereotype.Component;

/** OpenStack refused the appliance, or it failed to start, does not answer or is gone. */
@Component
class DecideOnApplianceForm extends TroubleForm {
    DecideOnApplianceForm(BamsFacts facts, Troubles troubles, Leaving leaving, OrderFile orders, Effects effects) {
        super(
                CreateApplianceDelegate.STEP,
                BamsVariables.APPLIANCE_DECISION,
                facts::of,
                troubles,
                leaving,
                orders,
                effects,
                "applianceRefused",
                "applianceFailed",
                "applianceSlow",
                "applianceSilent",
                "applianceGone");
    }

    @Override
    public String name() {
        return "decide-on-appliance";
    }
}
