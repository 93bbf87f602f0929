package be.belnet.orderdesk.production;

/**
 * A demand, and what a look at it showed.
 *
 * @param remedy what to do, in words
 */
record Finding(Demand demand, Seen seen, String remedy) {
    Finding(Demand demand, Seen seen) {
        this(demand, seen, demand.remedy());
    }

    boolean isUnmet() {
        return seen.state() == Seen.State.UNFIT;
    }

    /** One line of the list by which a start is refused. */
    @Override
    public String toString() {
        return "%s (%s): %s".formatted(demand.name(), seen.where(), remedy);
    }
}
