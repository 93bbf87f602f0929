package be.belnet.orderdesk.production;

import java.util.EnumSet;
import java.util.Set;

/** When a demand can be looked at. */
enum Moment {
    /** Before anything else has begun. */
    SETTINGS("Settings"),
    /** What the jar consists of, and the JVM it runs on; before anything else has begun. */
    PROGRAM("Program"),
    /** By questions to the database that change nothing. */
    DATABASE("Database"),
    /** At the engine of a node that has just started. */
    ENGINE("Engine"),
    /** By requests to a node that runs. */
    NODE("Running node"),
    /** What lies outside and may be away for a while, so that no start depends on it. */
    OUTSIDE("Outside");

    static final Set<Moment> BEFORE_THE_START = EnumSet.of(SETTINGS, PROGRAM);
    static final Set<Moment> AT_THE_START = EnumSet.of(DATABASE, ENGINE, NODE);
    static final Set<Moment> BY_THE_DOCTOR = EnumSet.allOf(Moment.class);

    private final String title;

    Moment(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
