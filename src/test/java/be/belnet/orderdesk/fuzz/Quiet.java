package be.belnet.orderdesk.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps parsers from telling of each of many inputs. */
final class Quiet {
    private static final Logger ALL = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static Level before;

    private Quiet() {}

    static void begin() {
        before = ALL.getLevel();
        ALL.setLevel(Level.OFF);
    }

    static void end() {
        ALL.setLevel(before);
    }
}
