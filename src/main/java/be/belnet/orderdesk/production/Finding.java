package be.belnet.orderdesk.production;

/** A demand, and what a look at it showed. */
record Finding(Demand demand, Seen seen) {

    boolean isUnmet() {
        return seen.state() == Seen.State.UNFIT;
    }

    /** One line of the list by which a start is refused. */
    @Override
    public String toString() {
        return "%s (%s): %s".formatted(demand.name(), seen.where(), demand.remedy());
    }
}
