package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import org.springframework.stereotype.Component;

/** OpenStack refused the appliance, or it failed to start. */
@Component
class DecideOnApplianceForm extends TroubleForm {
    DecideOnApplianceForm(OrderFacts facts, OrderFile orders, Effects effects) {
        super(CreateApplianceDelegate.STEP, BamsVariables.APPLIANCE_DECISION, facts, orders, effects);
    }

    @Override
    public String name() {
        return "decide-on-appliance";
    }
}
