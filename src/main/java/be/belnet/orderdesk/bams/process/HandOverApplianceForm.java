package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.Delivery;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Operations checks the appliance and hands it to the customer; what can be seen from here is ticked already. */
@Component
class HandOverApplianceForm implements TaskForm {
    private static final Set<String> CHECKS = Set.of("serial", "domains", "testMail", "mx");

    private final BamsOrders bamsOrders;
    private final MailSecurity mailSecurity;
    private final Delivery delivery;
    private final BamsFacts facts;
    private final Clock clock;

    HandOverApplianceForm(
            BamsOrders bamsOrders, MailSecurity mailSecurity, Delivery delivery, BamsFacts facts, Clock clock) {
        this.bamsOrders = bamsOrders;
        this.mailSecurity = mailSecurity;
        this.delivery = delivery;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hand-over-appliance";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("handOverChecks", List.copyOf(mailSecurity.passedChecks(context.orderNumber())));
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        if (!answers.choices("handOverChecks").containsAll(CHECKS)) {
            throw new AnswersRefusedException("handOverChecks", "form.error.checksMissing");
        }
        LocalDate today = BelgianTime.today(clock);
        bamsOrders.handOver(context.orderNumber(), today, answers.dateFrom("cutOverOn", today));
        delivery.announceAppliance(context.orderNumber());
        return Map.of();
    }
}
