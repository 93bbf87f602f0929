package be.belnet.orderdesk.production;

import be.belnet.orderdesk.security.DefaultPasswords;
import java.util.List;

/** What the database says of itself and of who asks; nothing is changed. */
class DatabaseDemands {
    private static final String RIGHTS_ON_THE_SCHEMA = """
            select has_schema_privilege(current_schema(), 'CREATE')
                or has_database_privilege(current_database(), 'CREATE')
                or exists (select 1 from pg_tables
                            where schemaname = current_schema() and pg_has_role(tableowner, 'MEMBER'))
                or (select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls
                      from pg_roles where rolname = current_user)""";

    private static final String RIGHTS_ON_ROWS = """
            select count(*) > 0 and coalesce(bool_and(has_table_privilege(name, 'SELECT')
                and has_table_privilege(name, 'INSERT')
                and has_table_privilege(name, 'UPDATE')
                and has_table_privilege(name, 'DELETE')), false)
              from (select format('%I.%I', schemaname, tablename) as name
                      from pg_tables where schemaname = current_schema()) as tables""";

    private static final String ENCRYPTED = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

    private static final String READ_COMMITTED = "select current_setting('transaction_isolation') = 'read committed'";

    private static final String MIGRATED =
            "select count(*) filter (where success) > 0 and count(*) filter (where not success) = 0"
                    + " from flyway_schema_history";

    private static final String ADMINISTRATORS =
            "select count(*) > 0 from act_id_membership where group_id_ = 'camunda-admin'";

    static final List<Demand> ALL = List.of(
            yes("connection encrypted", ENCRYPTED, "switch ssl on in PostgreSQL"),
            yes("isolation READ COMMITTED", READ_COMMITTED, "set default_transaction_isolation back"),
            no(
                    "run-time user without rights on the schema",
                    RIGHTS_ON_THE_SCHEMA,
                    "make the roles of deploy/database/roles.sql"),
            yes("tables made, no migration failed", MIGRATED, "have Flyway make them as spring.flyway.user"),
            yes("run-time user reads and writes rows", RIGHTS_ON_ROWS, "grant them as deploy/database/roles.sql does"),
            yes("member of camunda-admin", ADMINISTRATORS, "make an administrator, or anybody might become the first"),
            new Demand(
                    Moment.DATABASE,
                    "users whose password is their name",
                    "delete them or change their passwords",
                    DatabaseDemands::defaultPasswords));

    private DatabaseDemands() {}

    private static Demand yes(String name, String question, String remedy) {
        return new Demand(
                Moment.DATABASE, name, remedy, where -> Seen.of(is(where, question), "asked of the database"));
    }

    private static Demand no(String name, String question, String remedy) {
        return new Demand(
                Moment.DATABASE, name, remedy, where -> Seen.of(!is(where, question), "asked of the database"));
    }

    private static boolean is(Surroundings where, String question) {
        return where.database().get().sql(question).query(Boolean.class).single();
    }

    private static Seen defaultPasswords(Surroundings where) {
        List<String> users = DefaultPasswords.users(where.database().get());
        return Seen.of(users.isEmpty(), users.isEmpty() ? "none" : String.join(", ", users));
    }
}
