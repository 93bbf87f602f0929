package be.belnet.orderdesk.production;

import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * One thing that production must have.
 *
 * @param name the setting, or what is looked at
 * @param remedy what to set or to do, in words
 * @param asked whether these settings make it matter
 */
record Demand(Moment moment, String name, String remedy, Predicate<Environment> asked, Look look) {

    Demand(Moment moment, String name, String remedy, Look look) {
        this(moment, name, remedy, settings -> true, look);
    }

    Demand onlyIf(Predicate<Environment> alsoAsked) {
        return new Demand(moment, name, remedy, asked.and(alsoAsked), look);
    }

    /** What cannot be looked at is not met. */
    Finding find(Surroundings surroundings) {
        try {
            return new Finding(this, look.at(surroundings));
        } catch (Exception failed) {
            return new Finding(
                    this,
                    Seen.unfit(Failures.inWords(failed)),
                    DatabaseTrouble.of(failed).map(DatabaseTrouble::remedy).orElse(remedy));
        }
    }

    /** Looks, and changes nothing. */
    @FunctionalInterface
    interface Look {
        Seen at(Surroundings surroundings) throws Exception;
    }
}
