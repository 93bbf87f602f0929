package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.person.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of data requests. */
@Component
class DataRequestRows {
    private final JdbcClient jdbc;

    DataRequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DataRequest request, String token) {
        jdbc.sql(
                        "insert into data_request (number, token, kind, person_name, person_email, acronym, details, received_on, due_on,"
                                + " registered_by, registered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        request.number(),
                        token,
                        request.kind().code(),
                        request.personName(),
                        request.personEmail(),
                        request.acronym(),
                        request.details(),
                        request.receivedOn(),
                        request.dueOn(),
                        request.registeredBy(),
                        Timestamp.from(request.registeredAt()))
                .update();
    }

    Optional<DataRequest> find(String number) {
        return jdbc.sql("select * from data_request where number = ?")
                .param(number)
                .query(DataRequestRows::request)
                .optional();
    }

    Optional<String> numberOf(String token) {
        return jdbc.sql("select number from data_request where token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }

    /** Open ones first, those due earliest at the top; then the answered ones, newest first. */
    List<DataRequest> list(int most) {
        return jdbc.sql("select * from data_request order by case when answered_at is null then 0 else 1 end,"
                        + " case when answered_at is null then due_on end, answered_at desc, number limit ?")
                .param(most)
                .query(DataRequestRows::request)
                .list();
    }

    List<DataRequest> of(String email) {
        return jdbc.sql("select * from data_request where person_email = ? and discarded_on is null order by number")
                .param(email)
                .query(DataRequestRows::request)
                .list();
    }

    void identify(String number, DataRequest.Identity identity) {
        jdbc.sql("update data_request set identity_confirmed = ?, identity_method = ?, identity_note = ?,"
                        + " identity_checked_by = ?, identity_checked_at = ? where number = ?")
                .params(
                        identity.confirmed(),
                        identity.method(),
                        identity.note(),
                        identity.by(),
                        Timestamp.from(identity.at()),
                        number)
                .update();
    }

    void decide(String number, DataRequest.Decision decision) {
        jdbc.sql("update data_request set approved = ?, decision_reason = ?, decided_by = ?, decided_at = ?"
                        + " where number = ?")
                .params(decision.approved(), decision.reason(), decision.by(), Timestamp.from(decision.at()), number)
                .update();
    }

    void extend(String number, LocalDate dueOn, String because) {
        jdbc.sql("update data_request set due_on = ?, extended_because = ? where number = ?")
                .params(dueOn, because, number)
                .update();
    }

    void answer(String number, DataRequest.Answer answer) {
        jdbc.sql("update data_request set answer_way = ?, answer_note = ?, answered_by = ?, answered_at = ?"
                        + " where number = ?")
                .params(answer.way(), answer.note(), answer.by(), Timestamp.from(answer.at()), number)
                .update();
    }

    /** The person follows an address that was put right. */
    void moveTo(String number, String email) {
        jdbc.sql("update data_request set person_email = ? where number = ?")
                .params(email, number)
                .update();
    }

    /** How many rows were changed by this. */
    int discard(String number, String name, String email, LocalDate on) {
        return jdbc.sql(
                        "update data_request set person_name = ?, person_email = ?, details = null, identity_note = null,"
                                + " extended_because = null, decision_reason = null, answer_note = null, discarded_on = ?"
                                + " where number = ? and discarded_on is null")
                .params(name, email, on, number)
                .update();
    }

    List<String> answeredBefore(Instant moment) {
        return jdbc.sql(
                        "select number from data_request where answered_at < ? and discarded_on is null order by number")
                .param(Timestamp.from(moment))
                .query(String.class)
                .list();
    }

    void note(String number, String act, String actor, Instant at, int rows) {
        jdbc.sql(
                        "insert into data_access (request_number, act, actor, happened_at, rows_changed) values (?, ?, ?, ?, ?)")
                .params(number, act, actor, Timestamp.from(at), rows)
                .update();
    }

    List<DataAccess> accesses(String number) {
        return jdbc.sql("select * from data_access where request_number = ? order by id")
                .param(number)
                .query((row, index) -> new DataAccess(
                        row.getString("act"),
                        row.getString("actor"),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getInt("rows_changed")))
                .list();
    }

    void keep(String number, Kept kept) {
        jdbc.sql("insert into erasure_kept (request_number, table_name, row_key, what, kept_until, ground)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, kept.table(), kept.row(), kept.what(), kept.until(), kept.ground())
                .update();
    }

    List<Kept> kept(String number) {
        return jdbc.sql("select * from erasure_kept where request_number = ? order by id")
                .param(number)
                .query((row, index) -> new Kept(
                        row.getString("table_name"),
                        row.getString("row_key"),
                        row.getString("what"),
                        row.getObject("kept_until", LocalDate.class),
                        row.getString("ground")))
                .list();
    }

    DataRequests.Counts counts(LocalDate today) {
        return jdbc.sql(
                        "select count(*) as open_ones, coalesce(sum(case when due_on < ? then 1 else 0 end), 0) as overdue"
                                + " from data_request where answered_at is null")
                .param(today)
                .query((row, index) -> new DataRequests.Counts(row.getLong("open_ones"), row.getLong("overdue")))
                .single();
    }

    private static DataRequest request(ResultSet row, int index) throws SQLException {
        return new DataRequest(
                row.getString("number"),
                Kind.of(row.getString("kind")),
                row.getString("person_name"),
                row.getString("person_email"),
                row.getString("acronym"),
                row.getString("details"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("extended_because"),
                row.getString("registered_by"),
                row.getTimestamp("registered_at").toInstant(),
                identity(row),
                decision(row),
                answer(row));
    }

    private static DataRequest.Identity identity(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("identity_checked_at");
        return at == null
                ? null
                : new DataRequest.Identity(
                        row.getBoolean("identity_confirmed"),
                        row.getString("identity_method"),
                        row.getString("identity_note"),
                        row.getString("identity_checked_by"),
                        at.toInstant());
    }

    private static DataRequest.Decision decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? null
                : new DataRequest.Decision(
                        row.getBoolean("approved"),
                        row.getString("decision_reason"),
                        row.getString("decided_by"),
                        at.toInstant());
    }

    private static DataRequest.Answer answer(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("answered_at");
        return at == null
                ? null
                : new DataRequest.Answer(
                        row.getString("answer_way"),
                        row.getString("answer_note"),
                        row.getString("answered_by"),
                        at.toInstant());
    }
}
