package be.belnet.orderdesk.change;

import java.time.LocalDate;

/**
 * What the file of a change has beyond what all files have.
 *
 * @param subscription id of what is changed
 * @param after the same as {@code before} until it is determined
 * @param formerPriceLine may be null
 * @param priceLine null until it is determined, and where none is known
 * @param determinedBy user id; null until it is determined
 * @param annexNeeded null until it is decided
 * @param annexSignedOn null until it is
 * @param doneOn from when on it counts; null until it is done
 */
public record Change(
        String number,
        long subscription,
        Arrangement before,
        Arrangement after,
        String formerPriceLine,
        String priceLine,
        String determinedBy,
        Boolean annexNeeded,
        LocalDate annexSignedOn,
        LocalDate doneOn) {
    boolean hasOtherPrice() {
        return priceLine != null && !priceLine.equals(formerPriceLine);
    }
}
