package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Effects;
import org.springframework.stereotype.Component;

/** Fortinet refused the licence. */
@Component
class DecideOnLicenceForm extends TroubleForm {
    DecideOnLicenceForm(BamsFacts facts, Troubles troubles, Leaving leaving, OrderFile orders, Effects effects) {
        super(
                OrderLicenceDelegate.STEP,
                BamsVariables.LICENCE_DECISION,
                facts::of,
                troubles,
                leaving,
                orders,
                effects,
                "licenceRefused");
    }

    @Override
    public String name() {
        return "decide-on-licence";
    }
}
