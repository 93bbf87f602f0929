package be.belnet.orderdesk.production;

import java.io.IOException;
import java.sql.SQLException;

/** Says what went wrong without quoting settings. */
class Failures {
    private Failures() {}

    /** The message of network and database alone: others may quote an address with the password in it. */
    static String inWords(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && !isOutside(cause)) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return isOutside(cause) && cause.getMessage() != null
                ? kind + ", " + cause.getMessage().lines().findFirst().orElse("")
                : kind;
    }

    private static boolean isOutside(Throwable cause) {
        return cause instanceof IOException || cause instanceof SQLException;
    }
}
