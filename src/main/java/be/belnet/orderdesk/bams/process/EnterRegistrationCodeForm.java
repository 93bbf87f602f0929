package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.RegistrationCode;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Service operations types the code that the distributor sent; again, where Fortinet did not take it. */
@Component
class EnterRegistrationCodeForm implements TaskForm {
    private final BamsOrders bamsOrders;
    private final OrderFile orders;
    private final BamsFacts facts;
    private final Troubles troubles;
    private final Effects effects;
    private final MessageSource messages;

    EnterRegistrationCodeForm(
            BamsOrders bamsOrders,
            OrderFile orders,
            BamsFacts facts,
            Troubles troubles,
            Effects effects,
            MessageSource messages) {
        this.bamsOrders = bamsOrders;
        this.orders = orders;
        this.facts = facts;
        this.troubles = troubles;
        this.effects = effects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "enter-registration-code";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("trouble", refused(context));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String order = context.orderNumber();
        bamsOrders.keepRegistrationCode(order, code(answers.text("registrationCode")));
        orders.record(order, "registrationCodeEntered", Map.of());
        effects.allowAgain(order, RegisterLicenceDelegate.STEP);
        return Map.of();
    }

    private String refused(FormContext context) {
        return troubles.latest(context, "registrationRefused")
                .map(words ->
                        messages.getMessage("trouble.registrationRefused", new Object[] {words}, context.locale()))
                .orElse("");
    }

    private static RegistrationCode code(String typed) {
        try {
            return new RegistrationCode(typed);
        } catch (IllegalArgumentException none) {
            throw new AnswersRefusedException("registrationCode", "form.error.notARegistrationCode");
        }
    }
}
