package be.belnet.orderdesk.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each thing that one transaction at a time does, on all nodes. */
public final class NamedLock {
    private NamedLock() {}

    /**
     * Waits until nobody else holds it; held until the caller's transaction ends, however often it is asked for.
     *
     * @param name of a row in {@code start_lock}
     */
    public static void hold(JdbcClient jdbc, String name) {
        jdbc.sql("select name from start_lock where name = ? for update")
                .param(name)
                .query(String.class)
                .single();
    }
}
