package be.belnet.orderdesk.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * What remains when nothing is done but to keep where an order stands: one transaction for each point at which the process
 * waits for somebody.
 */
public final class Floor {
    private static final List<String> SCHEMA = List.of(
            "create table service_order (number varchar(32) primary key, state varchar(60) not null,"
                    + " changed_at timestamp with time zone not null)",
            "create table task (order_number varchar(32) not null references service_order, activity varchar(60) not null,"
                    + " created_at timestamp with time zone not null, completed_at timestamp with time zone,"
                    + " completed_by varchar(60), primary key (order_number, activity))");

    private static final List<String> WAIT_STATES = List.of(
            "userTask_introduceAccountManager",
            "userTask_discussWishes",
            "userTask_determineNeeds",
            "userTask_registerSignedCopies",
            "userTask_countersignContract",
            Waiting.APPLIANCE_READY,
            "userTask_handOverAppliance");

    private final DataSource connections;

    private Floor(DataSource connections) {
        this.connections = connections;
    }

    public static void main(String[] arguments) {
        Runner.ending(() -> {
            Floor floor = new Floor(Pool.open());
            floor.inTransaction(Floor::createTables);
            FloorRunner.run(floor);
            return null;
        });
    }

    private static void createTables(Connection connection) throws SQLException {
        for (String table : SCHEMA) {
            update(connection, table);
        }
    }

    /** One order from its request to its end. */
    void run(int index) throws SQLException {
        String order = EmptyWay.number(index);
        inTransaction(connection -> {
            update(connection, "insert into service_order values (?, ?, now())", order, WAIT_STATES.get(0));
            open(connection, order, WAIT_STATES.get(0));
        });
        for (int step = 0; step < WAIT_STATES.size(); step++) {
            String done = WAIT_STATES.get(step);
            String next = step + 1 < WAIT_STATES.size() ? WAIT_STATES.get(step + 1) : null;
            inTransaction(connection -> advance(connection, order, done, next));
        }
    }

    /** @param next null at the end */
    private static void advance(Connection connection, String order, String done, String next) throws SQLException {
        update(
                connection,
                "update task set completed_at = now(), completed_by = ? where order_number = ? and activity = ?",
                "relations1",
                order,
                done);
        update(
                connection,
                "update service_order set state = ?, changed_at = now() where number = ?",
                next == null ? "completed" : next,
                order);
        if (next != null) {
            open(connection, order, next);
        }
    }

    private static void open(Connection connection, String order, String activity) throws SQLException {
        update(connection, "insert into task values (?, ?, now(), null, null)", order, activity);
    }

    private static void update(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            work.in(connection);
            connection.commit();
        }
    }
}
