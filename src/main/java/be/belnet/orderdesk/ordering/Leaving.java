package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.UndoableEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What leaving an order takes back, at partners and beside them, and what it cannot. */
@Component
public class Leaving {
    private final ContractDesk contracts;
    private final OrderedServices services;
    private final List<OtherFiles> otherFiles;
    private final OrderFile orders;
    private final UndoableEffects effects;
    private final MessageSource messages;

    Leaving(
            ContractDesk contracts,
            OrderedServices services,
            List<OtherFiles> otherFiles,
            OrderFile orders,
            UndoableEffects effects,
            MessageSource messages) {
        this.contracts = contracts;
        this.services = services;
        this.otherFiles = otherFiles;
        this.orders = orders;
        this.effects = effects;
        this.messages = messages;
    }

    /** What would happen now, in the order in which it matters to people. */
    public List<Consequence> consequences(String order) {
        return other(order).map(files -> files.consequences(order)).orElseGet(() -> ofOrder(order));
    }

    private List<Consequence> ofOrder(String order) {
        List<Consequence> all = new ArrayList<>(effects.consequences(order));
        contracts.current(order).ifPresent(contract -> addContract(all, contract));
        all.addAll(services.ofOrder(order).consequences(order));
        return all;
    }

    /** The same as one line of text. */
    public String sentence(String order, Locale locale) {
        return consequences(order).stream()
                .map(one ->
                        messages.getMessage("leaving." + one.key(), new Object[] {one.reference()}, one.key(), locale))
                .collect(Collectors.joining(" · "));
    }

    /** Whether it is not too late to leave an open file. */
    public boolean isPossible(String order) {
        return other(order).map(files -> files.isLeavable(order)).orElse(true);
    }

    /** Takes back what no effect row tells of, in the caller's transaction; the effects follow as a step of their own. */
    public void begin(String order) {
        other(order).ifPresentOrElse(files -> files.leave(order), () -> leaveOrder(order));
    }

    private void leaveOrder(String order) {
        contracts.voidContract(order);
        services.ofOrder(order).leave(order);
    }

    /** Empty for orders, and for files that are left as orders are. */
    Optional<OtherFiles> other(String order) {
        String kind = orders.get(order).kind();
        return otherFiles.stream().filter(files -> files.kind().equals(kind)).findFirst();
    }

    private static void addContract(List<Consequence> all, Contract contract) {
        all.add(new Consequence("contractVoided", contract.number(), true));
        if (contract.state() == ContractState.COUNTERSIGNED) {
            all.add(new Consequence("contractOut", contract.number(), false));
        }
    }
}
