package be.belnet.orderdesk.dcs;

import java.util.List;
import java.util.OptionalInt;

/**
 * A part of all validations.
 *
 * @param next where the part after this one begins; empty after the last
 */
public record ValidationPage(List<DomainValidation> validations, OptionalInt next) {
    public ValidationPage {
        validations = List.copyOf(validations);
    }
}
