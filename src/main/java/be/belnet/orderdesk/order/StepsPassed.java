package be.belnet.orderdesk.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the orders of one transaction entered and left since it was last written down. A step that is entered and left in
 * one transaction is written once and takes no turn, and an order's row is not locked for as long as a step calls a partner.
 */
class StepsPassed implements TransactionSynchronization {
    private final OrderSteps steps;
    private final List<Visit> entered = new ArrayList<>();
    private final List<Departure> left = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();

    private StepsPassed(OrderSteps steps) {
        this.steps = steps;
    }

    /** Those of the transaction that is open. */
    static StepsPassed now(OrderSteps steps) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(StepsPassed.class::isInstance)
                .map(StepsPassed.class::cast)
                .findFirst()
                .orElseGet(() -> begun(steps));
    }

    private static StepsPassed begun(OrderSteps steps) {
        var passed = new StepsPassed(steps);
        TransactionSynchronizationManager.registerSynchronization(passed);
        return passed;
    }

    void enter(Visit visit) {
        entered.add(visit);
    }

    void leave(Departure departure) {
        for (int index = 0; index < entered.size(); index++) {
            if (entered.get(index).isAt(departure)) {
                entered.set(index, entered.get(index).leftBy(departure));
                return;
            }
        }
        left.add(departure);
    }

    /** For an order whose turn may be another one now. */
    void touch(String order) {
        touched.add(order);
    }

    /** Before anybody reads it. */
    void write() {
        steps.write(List.copyOf(entered), List.copyOf(left));
        entered.stream()
                .filter(visit -> visit.leftAt() == null)
                .map(Visit::order)
                .forEach(touched::add);
        left.stream().map(Departure::order).forEach(touched::add);
        entered.clear();
        left.clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
        touched.forEach(steps::settleTurn);
    }
}
