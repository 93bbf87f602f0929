package be.belnet.orderdesk.production;

import java.util.List;
import java.util.stream.Collectors;

/** A node does not start, and why: each demand that is not met, with what to do. */
public class NotFitForProductionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFitForProductionException(List<Finding> unmet) {
        super(unmet.stream()
                .map(finding -> "- " + finding)
                .collect(Collectors.joining("\n", "Not fit for production:\n", "")));
    }
}
