package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.partner.PartnerException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rounds over orders that wait at an activity for something at a partner. Each round looks at the state anew, so nothing is
 * missed; of several nodes that see the same, one acts.
 */
@Component
public class StandingOrders {
    private static final Logger LOG = LoggerFactory.getLogger(StandingOrders.class);

    private final OrderSteps steps;
    private final TransactionTemplate transactions;

    public StandingOrders(OrderSteps steps, TransactionTemplate transactions) {
        this.steps = steps;
        this.transactions = transactions;
    }

    /**
     * Looks at all, longest waiting first; one that fails holds up no other.
     *
     * @param hidden what to do when the partner does not show it
     */
    public void look(String activity, Consumer<Step> look, BiConsumer<Step, PartnerException> hidden) {
        steps.standingAt(activity).forEach(waiting -> guarded(waiting, () -> look(waiting, look, hidden)));
    }

    /** As {@link #look(String, Consumer, BiConsumer)}, at one order alone, if it waits there. */
    public void look(String order, String activity, Consumer<Step> look, BiConsumer<Step, PartnerException> hidden) {
        steps.open(List.of(order)).stream()
                .filter(step -> step.activity().equals(activity))
                .forEach(waiting -> guarded(waiting, () -> look(waiting, look, hidden)));
    }

    /** Acts on what was seen of an order, unless it has gone on since, were it to the same activity once more. */
    public void settle(Step seen, Runnable act) {
        transactions.executeWithoutResult(open -> {
            if (steps.hold(seen)) {
                act.run();
            }
        });
    }

    private static void look(Step waiting, Consumer<Step> look, BiConsumer<Step, PartnerException> hidden) {
        try {
            look.accept(waiting);
        } catch (PartnerException notToBeSeen) {
            LOG.info("What {} waits for is not to be seen: {}", waiting.orderNumber(), notToBeSeen.getMessage());
            hidden.accept(waiting, notToBeSeen);
        }
    }

    private static void guarded(Step waiting, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException unexpected) {
            if (unexpected instanceof MismatchingMessageCorrelationException || Collisions.isOne(unexpected)) {
                LOG.debug("Order {} went on meanwhile", waiting.orderNumber());
                return;
            }
            // its message may quote anything and stays out of the log
            LOG.error(
                    "What {} waits for could not be followed: {}",
                    waiting.orderNumber(),
                    unexpected.getClass().getName());
        }
    }
}
