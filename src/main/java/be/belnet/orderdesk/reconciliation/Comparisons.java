package be.belnet.orderdesk.reconciliation;

import java.util.List;

/** Parts of the reconciliation that a service has as many of as it has partners. */
public interface Comparisons {
    List<Comparison> comparisons();
}
