package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.follow.ContactChange.Named;
import be.belnet.orderdesk.follow.ContactChange.State;
import be.belnet.orderdesk.follow.ContactChange.Successor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of contacts as they are kept. */
@Component
class ContactChangeRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactChangeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one is open already; roll back then */
    void add(String number, String order, Named former, Successor successor) {
        jdbc.sql(
                        "insert into contact_change (number, order_number, asked_at, former_name, former_email, name, email, phone,"
                                + " language, open_key, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked')")
                .params(
                        number,
                        order,
                        Moments.now(clock),
                        former.name(),
                        former.email(),
                        successor.name(),
                        successor.email(),
                        successor.phone(),
                        successor.language(),
                        order + " " + former.email().toLowerCase(Locale.ROOT))
                .update();
    }

    Optional<ContactChange> find(String number) {
        return jdbc.sql("select * from contact_change where number = ?")
                .param(number)
                .query(ContactChangeRows::change)
                .optional();
    }

    /** One that is open, and stays so until the transaction ends. */
    Optional<ContactChange> hold(String number) {
        return jdbc.sql("select * from contact_change where number = ? and state = 'asked' for update")
                .param(number)
                .query(ContactChangeRows::change)
                .optional();
    }

    List<ContactChange> openOf(String email) {
        return jdbc.sql("select * from contact_change where state = 'asked' and (lower(email) = lower(:email)"
                        + " or lower(former_email) = lower(:email)) order by number")
                .param("email", email)
                .query(ContactChangeRows::change)
                .list();
    }

    boolean isOpen(String order, String formerEmail) {
        return jdbc.sql("select count(*) from contact_change where open_key = ?")
                        .param(order + " " + formerEmail.toLowerCase(Locale.ROOT))
                        .query(Long.class)
                        .single()
                > 0;
    }

    long askedSince(String order, Instant since) {
        return jdbc.sql("select count(*) from contact_change where order_number = ? and asked_at > ?")
                .params(order, Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** Keeps that it was decided, and forgets whom it was about. */
    void settle(String number, State state) {
        jdbc.sql("update contact_change set state = ?, decided_at = ?, open_key = null, former_name = null,"
                        + " former_email = null, name = null, email = null, phone = null where number = ?")
                .params(state.name().toLowerCase(Locale.ROOT), Moments.now(clock), number)
                .update();
    }

    private static ContactChange change(ResultSet row, int index) throws SQLException {
        return new ContactChange(
                row.getString("number"),
                row.getString("order_number"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("former_email") == null
                        ? null
                        : new Named(row.getString("former_name"), row.getString("former_email")),
                row.getString("email") == null
                        ? null
                        : new Successor(
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getString("language")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
