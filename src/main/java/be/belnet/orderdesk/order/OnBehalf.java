package be.belnet.orderdesk.order;

import java.util.Optional;

/** In whose place people act. */
public interface OnBehalf {
    /** User id of the person in whose place somebody works on an order now; empty for their own work. */
    Optional<String> of(String actor, String orderNumber);
}
