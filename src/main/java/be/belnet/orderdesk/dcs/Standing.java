package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import java.time.LocalDate;

/** Where a domain stands for those who look at all of them: its state, or that its validation has run out. */
public enum Standing {
    REFUSED(State.REFUSED),
    /** It was validated; nobody has it validated again. */
    RUN_OUT(State.VALIDATED),
    WAITING(State.WAITING),
    RECORD_AWAITED(State.RECORD_AWAITED),
    WILDCARD_REFUSED(State.WILDCARD_REFUSED),
    WILDCARD_AWAITED(State.WILDCARD_AWAITED),
    SUBMITTED(State.SUBMITTED),
    VALIDATED(State.VALIDATED),
    GIVEN_UP(State.GIVEN_UP);

    private final State state;

    Standing(State state) {
        this.state = state;
    }

    static Standing of(CertificateDomain domain, LocalDate today) {
        return domain.state() == State.VALIDATED && isBefore(domain.validUntil(), today)
                ? RUN_OUT
                : valueOf(domain.state().name());
    }

    static boolean isBefore(LocalDate validUntil, LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }

    State state() {
        return state;
    }

    /** Who has to act. */
    public Actor actor() {
        return this == RUN_OUT ? Actor.BELNET : state.actor();
    }

    public String code() {
        return this == RUN_OUT ? "runOut" : state.code();
    }
}
