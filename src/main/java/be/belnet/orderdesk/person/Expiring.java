package be.belnet.orderdesk.person;

import java.time.LocalDate;
import java.util.List;

/** A class of personal data that is kept for a time and discarded after it. */
public interface Expiring {
    /** Code of the class, under which its period is set; its words stand in the bundle under {@code privacy.class.<name>}. */
    String name();

    /** What its period began for on this day or before, as keys that {@link #discardExpired} takes. */
    List<String> expired(LocalDate upTo);

    /** Discards one; once more changes nothing. */
    void discardExpired(String key, Tombstone tombstone);
}
