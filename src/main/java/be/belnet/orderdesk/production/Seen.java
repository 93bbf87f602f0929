package be.belnet.orderdesk.production;

/**
 * What a look showed.
 *
 * @param where the value comes from, or what was found; never a value that may be secret
 */
record Seen(State state, String where) {

    static Seen of(boolean fit, String where) {
        return new Seen(fit ? State.FIT : State.UNFIT, where);
    }

    static Seen fit(String where) {
        return of(true, where);
    }

    static Seen unfit(String where) {
        return of(false, where);
    }

    /** For what is not there to be looked at, and need not be. */
    static Seen notLookedAt(String why) {
        return new Seen(State.NOT_LOOKED_AT, why);
    }

    enum State {
        FIT,
        UNFIT,
        NOT_LOOKED_AT
    }
}
