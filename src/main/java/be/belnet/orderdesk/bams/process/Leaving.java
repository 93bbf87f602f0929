package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import be.belnet.orderdesk.bams.Purchasing;
import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What leaving an order takes back, at partners and beside them, and what it cannot. */
@Component
class Leaving {
    private static final String UNKNOWN = "–";
    private static final Set<Effect.State> NOTHING_DONE =
            Set.of(Effect.State.INTENDED, Effect.State.REFUSED, Effect.State.UNDONE);
    private static final Map<String, String> STOPPED = Map.of(
            OrderLicenceDelegate.STEP, "licenceStopped",
            CreateApplianceDelegate.STEP, "applianceRemoved",
            RegisterLicenceDelegate.STEP, "licenceKept");

    private final ContractDesk contracts;
    private final Purchasing purchasing;
    private final CustomerTalks talks;
    private final Effects effects;
    private final MessageSource messages;

    Leaving(
            ContractDesk contracts,
            Purchasing purchasing,
            CustomerTalks talks,
            Effects effects,
            MessageSource messages) {
        this.contracts = contracts;
        this.purchasing = purchasing;
        this.talks = talks;
        this.effects = effects;
        this.messages = messages;
    }

    /** What would happen now, in the order in which it matters to people. */
    List<Consequence> consequences(String order) {
        List<Consequence> all = new ArrayList<>();
        effects.ofOrder(order).stream()
                .filter(effect -> STOPPED.containsKey(effect.step()) && !NOTHING_DONE.contains(effect.state()))
                .map(Leaving::ofEffect)
                .forEach(all::add);
        contracts.current(order).ifPresent(contract -> addContract(all, contract));
        if (talks.isMeetingAhead(order)) {
            all.add(new Consequence("meetingCancelled", UNKNOWN, true));
        }
        if (purchasing.isOpen(order)) {
            all.add(new Consequence("distributorAsked", UNKNOWN, false));
        }
        return all;
    }

    /** The same as one line of text. */
    String sentence(String order, Locale locale) {
        return consequences(order).stream()
                .map(one ->
                        messages.getMessage("leaving." + one.key(), new Object[] {one.reference()}, one.key(), locale))
                .collect(Collectors.joining(" · "));
    }

    /** Takes back what no effect row tells of, in the caller's transaction; the effects follow as a step of their own. */
    void begin(String order) {
        contracts.voidContract(order);
        purchasing.cancelPurchaseOrder(order);
        talks.cancelMeeting(order);
    }

    private static Consequence ofEffect(Effect effect) {
        String key = STOPPED.get(effect.step());
        return new Consequence(key, Optional.ofNullable(effect.objectId()).orElse(UNKNOWN), !key.equals("licenceKept"));
    }

    private static void addContract(List<Consequence> all, Contract contract) {
        all.add(new Consequence("contractVoided", contract.number(), true));
        if (contract.state() == ContractState.COUNTERSIGNED) {
            all.add(new Consequence("contractOut", contract.number(), false));
        }
    }
}
