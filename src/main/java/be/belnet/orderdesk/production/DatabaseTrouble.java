package be.belnet.orderdesk.production;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a database lets nobody in, and what to do. */
enum DatabaseTrouble {
    UNREACHABLE(
            "08",
            "The database cannot be reached",
            "start it, or mend spring.datasource.url; it names the file of who signed the database's certificate too"),
    REFUSED(
            "28",
            "The database lets this user not in",
            "mend spring.datasource.username and spring.datasource.password, and those of spring.flyway where it has others"),
    MISSING("3D", "The database does not exist", "make it, or mend spring.datasource.url"),
    IN_USE(
            "90020",
            "Another program has the embedded database open",
            "stop the other Orderdesk; several nodes need PostgreSQL, as docs/cluster.md says");

    /** Beginning of the codes (SQLSTATE) that say so: of the standard, the last of H2. */
    private final String code;

    private final String words;
    private final String remedy;

    DatabaseTrouble(String code, String words, String remedy) {
        this.code = code;
        this.words = words;
        this.remedy = remedy;
    }

    /** By what a failure was caused by; empty for other failures. */
    static Optional<DatabaseTrouble> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .flatMap(state -> Arrays.stream(values()).filter(one -> state.startsWith(one.code)))
                .findFirst();
    }

    String words() {
        return words;
    }

    String remedy() {
        return remedy;
    }
}
