package be.belnet.orderdesk.database;

import org.flywaydb.core.api.migration.JavaMigration;

/** The engine's tables, for tests that have the schema made without the application: some of ours refer to them. */
public final class EngineTables {
    private EngineTables() {}

    public static JavaMigration migration() {
        return new V1__EngineSchema();
    }
}
