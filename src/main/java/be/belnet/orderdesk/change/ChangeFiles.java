package be.belnet.orderdesk.change;

import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OtherFiles;
import be.belnet.orderdesk.workflow.UndoableEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What leaving the file of a change means: what was done of it is undone, and the service stays as it was. */
@Component
class ChangeFiles implements OtherFiles {
    private final Changes changes;
    private final OrderFile orders;
    private final UndoableEffects effects;

    ChangeFiles(Changes changes, OrderFile orders, UndoableEffects effects) {
        this.changes = changes;
        this.orders = orders;
        this.effects = effects;
    }

    @Override
    public String kind() {
        return Changes.KIND;
    }

    @Override
    public boolean isLeavable(String number) {
        return changes.get(number).doneOn() == null;
    }

    @Override
    public List<Consequence> consequences(String number) {
        List<Consequence> all = new ArrayList<>(effects.consequences(number));
        all.add(new Consequence("serviceStays", orders.get(number).service(), true));
        return all;
    }

    /** The effects follow as a step of their own. */
    @Override
    public void leave(String number) {
        orders.record(number, "changeLeft", Map.of());
    }

    @Override
    public String withdrawalMail(String number) {
        return "change-withdrawn";
    }

    @Override
    public String cancellationMail() {
        return "change-cancelled";
    }
}
