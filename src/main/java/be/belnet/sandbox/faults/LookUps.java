package be.belnet.sandbox.faults;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.partner.PartnerCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the look-ups of simulators show: what they found, but not the newest or one too many while a fault says so. */
public class LookUps {

    private final FaultSwitches switches;

    LookUps(FaultSwitches switches) {
        this.switches = switches;
    }

    /**
     * What the look-up being answered shows of what it found. A fault that would change nothing does not hit it.
     *
     * @param twin makes another one like it, with an id of its own, that is nowhere else
     */
    public <T> List<T> shown(List<T> found, Function<T, Instant> madeAt, UnaryOperator<T> twin) {
        var fault = hit(on -> switch (on.fault()) {
            case LATE_LOOK_UP -> found.stream().map(madeAt).anyMatch(on::hides);
            case TWO_OBJECTS -> found.size() == 1;
            default -> false;
        });
        return fault.map(on -> on.fault() == Fault.TWO_OBJECTS
                        ? List.of(found.get(0), twin.apply(found.get(0)))
                        : found.stream()
                                .filter(one -> !on.hides(madeAt.apply(one)))
                                .toList())
                .orElse(found);
    }

    /** Whether the look-up being answered, of this one thing by its name, does not see it yet. */
    public boolean hide(Instant madeAt) {
        return hit(on -> on.fault() == Fault.LATE_LOOK_UP && on.hides(madeAt)).isPresent();
    }

    private Optional<FaultSwitch> hit(Predicate<FaultSwitch> condition) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var call = PartnerCall.of(request);
        var hit = switches.hit(call.partner(), on -> on.fits(call) && condition.test(on));
        hit.ifPresent(on -> Ledger.hitBy(request, on.fault().code()));
        return hit;
    }
}
