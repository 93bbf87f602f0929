package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.util.StringUtils;

/**
 * A step that has a partner do something for an order, once. Safe to repeat. What the partner refuses for good is an
 * error of the model, and so a person's, and told in the file; all else the engine tries again.
 */
public abstract class PartnerStep implements JavaDelegate {
    private final Effects effects;
    private final OrderFile orders;
    private final Function<String, String> partner;
    private final String step;
    private final String refused;

    /**
     * @param partner the partner's name, for people
     * @param step the step's name; with the order number the key of its effect
     * @param refused code of the model's error, {@code LicenceRefused}; the event in the file is {@code licenceRefused}
     */
    protected PartnerStep(Effects effects, OrderFile orders, String partner, String step, String refused) {
        this(effects, orders, order -> partner, step, refused);
    }

    /** As the other, where orders have different partners do it. */
    protected PartnerStep(
            Effects effects, OrderFile orders, Function<String, String> partner, String step, String refused) {
        this.effects = effects;
        this.orders = orders;
        this.partner = partner;
        this.step = step;
        this.refused = refused;
    }

    @Override
    public final void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            keep(order, objectId(order));
        } catch (PartnerRefusedException no) {
            orders.record(order, StringUtils.uncapitalize(refused), Map.of("reason", no.getMessage()));
            throw new BpmnError(refused, no.getMessage());
        }
    }

    private String objectId(String order) {
        String doneBy = partner.apply(order);
        return mayBeEarlier()
                ? effects.onceUnlessEarlier(order, doneBy, step, () -> find(order), () -> act(order))
                : effects.once(order, doneBy, step, () -> find(order), () -> act(order));
    }

    /** Whether what is found may have stood at the partner before the order, and so stays when the order is left. */
    protected boolean mayBeEarlier() {
        return false;
    }

    /** The partner's id of what it did for the order already. */
    protected abstract Optional<String> find(String order);

    /** Has the partner do it; its id. */
    protected abstract String act(String order);

    protected abstract void keep(String order, String objectId);
}
