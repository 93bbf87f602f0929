package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.workflow.UndoableEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What leaving an order takes back, at partners and beside them, and what it cannot. */
@Component
public class Leaving {
    private final ContractDesk contracts;
    private final OrderedServices services;
    private final UndoableEffects effects;
    private final MessageSource messages;

    Leaving(ContractDesk contracts, OrderedServices services, UndoableEffects effects, MessageSource messages) {
        this.contracts = contracts;
        this.services = services;
        this.effects = effects;
        this.messages = messages;
    }

    /** What would happen now, in the order in which it matters to people. */
    public List<Consequence> consequences(String order) {
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

    /** Takes back what no effect row tells of, in the caller's transaction; the effects follow as a step of their own. */
    public void begin(String order) {
        contracts.voidContract(order);
        services.ofOrder(order).leave(order);
    }

    private static void addContract(List<Consequence> all, Contract contract) {
        all.add(new Consequence("contractVoided", contract.number(), true));
        if (contract.state() == ContractState.COUNTERSIGNED) {
            all.add(new Consequence("contractOut", contract.number(), false));
        }
    }
}
