package be.belnet.orderdesk.contract;

import java.time.LocalDate;
import java.util.Optional;

/** Knows when contracts of services that were delivered ended. */
public interface ContractEnds {
    /** The last day of the contract of an order; empty while it runs. */
    Optional<LocalDate> endOf(String orderNumber);
}
