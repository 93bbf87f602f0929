package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Effects;
import org.springframework.stereotype.Component;

/** The appliance did not take its domains. */
@Component
class DecideOnConfigurationForm extends TroubleForm {
    DecideOnConfigurationForm(BamsFacts facts, Troubles troubles, Leaving leaving, OrderFile orders, Effects effects) {
        super(
                ConfigureApplianceDelegate.STEP,
                BamsVariables.CONFIGURATION_DECISION,
                facts::of,
                troubles,
                leaving,
                orders,
                effects,
                "configurationRefused");
    }

    @Override
    public String name() {
        return "decide-on-configuration";
    }
}
