package be.belnet.orderdesk.contract;

import java.util.Optional;

/** What keeps Belnet from countersigning a contract; whoever knows something of the kind implements it. */
public interface Countersigning {
    /** Number of the file by which the service of an order ends; empty where none does. */
    Optional<String> endedBy(String orderNumber);
}
