package be.belnet.orderdesk.contract;

import java.time.LocalDate;
import java.util.Optional;

/** Knows when contracts of services that were delivered ended. */
public interface ContractEnds {
    /**
     * The last day of a contract; empty while it runs.
     *
     * @param orderNumber of the order that it was made for
     */
    Optional<LocalDate> endOf(String orderNumber, String contractNumber);
}
