package be.belnet.orderdesk.benchmark;

import java.util.Map;

/** What runs the orders, as the drivers see it. */
interface Contender extends AutoCloseable {
    String version();

    /** Sends the request of one more order; the order's number. */
    String start(int index);

    /** Does what an order waits for, as the person or the partner whose turn it is. */
    void complete(Waiting waiting);

    /** A query: how much is left to be done for orders that have come to their end. */
    default String leftToDo() {
        return "select 0";
    }

    /** Queries, by what they count for orders of the numbers given as an array. */
    default Map<String, String> counts() {
        return Map.of();
    }

    @Override
    default void close() {}
}
