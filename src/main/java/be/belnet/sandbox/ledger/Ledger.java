package be.belnet.sandbox.ledger;

import be.belnet.sandbox.partner.PartnerCall;
import be.belnet.sandbox.world.WorldPart;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The auditor's book of the outside world.
 *
 * <p>HTTP calls are entered by {@link LedgerFilter}; a simulator only says what the call is {@link #about} and which
 * {@link #effect} it had. Both entries are committed before the answer leaves, so that a lost answer is still counted.
 */
@Component
public class Ledger implements WorldPart {

    private static final String REFERENCE = Ledger.class.getName() + ".reference";
    private static final String FAULT = Ledger.class.getName() + ".fault";
    private static final String SEEN_STATUS = Ledger.class.getName() + ".seenStatus";

    private static final String FILTER =
            " where (:partner is null or partner = :partner) and (:reference is null or reference = :reference)";

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names the errand of the HTTP call being answered; without one (outside a request) it does nothing. */
    public void about(String reference) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFERENCE, reference, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Says which fault has hit this HTTP call. */
    public static void hitBy(HttpServletRequest request, String fault) {
        request.setAttribute(FAULT, fault);
    }

    /** Says what the caller of this HTTP call will see, whatever the partner answers; 0 for no answer. */
    public static void seenAs(HttpServletRequest request, int status) {
        request.setAttribute(SEEN_STATUS, status);
    }

    /** Enters one call. For protocols other than HTTP: HTTP calls enter themselves. */
    public void call(String partner, String call, String reference, int status) {
        enter(partner, call, reference, status, null);
    }

    /** Enters one HTTP call with what was said about it. For those that do not get as far as {@link LedgerFilter}. */
    public void call(HttpServletRequest request, int status) {
        var call = PartnerCall.of(request);
        var seen = (Integer) request.getAttribute(SEEN_STATUS);
        enter(
                call.partner(),
                call.text(),
                (String) request.getAttribute(REFERENCE),
                seen == null ? status : seen,
                (String) request.getAttribute(FAULT));
    }

    /** Counts one effect, in the transaction of the change itself where there is one: both are kept or neither. */
    public void effect(String partner, String kind, String reference, String objectId) {
        jdbc.sql("insert into ledger_effect (at, partner, kind, reference, object_id) values (?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(), partner, kind, atMost(200, reference), objectId)
                .update();
    }

    /** Oldest first; a null filter matches everything. */
    public List<Call> calls(String partner, String reference) {
        return jdbc.sql("select * from ledger_call" + FILTER + " order by id")
                .param("partner", partner)
                .param("reference", reference)
                .query(Ledger::readCall)
                .list();
    }

    /** Oldest first; a null filter matches everything. */
    public List<Effect> effects(String partner, String reference) {
        return jdbc.sql("select * from ledger_effect" + FILTER + " order by id")
                .param("partner", partner)
                .param("reference", reference)
                .query(Ledger::readEffect)
                .list();
    }

    /** One page of calls, newest first; the first page is 0. */
    public List<Call> callsNewestFirst(int page, int size) {
        return jdbc.sql("select * from ledger_call order by id desc offset ? rows fetch next ? rows only")
                .params((long) page * size, size)
                .query(Ledger::readCall)
                .list();
    }

    /** One page of effects, newest first; the first page is 0. */
    public List<Effect> effectsNewestFirst(int page, int size) {
        return jdbc.sql("select * from ledger_effect order by id desc offset ? rows fetch next ? rows only")
                .params((long) page * size, size)
                .query(Ledger::readEffect)
                .list();
    }

    public long countCalls() {
        return jdbc.sql("select count(*) from ledger_call").query(Long.class).single();
    }

    public long countEffects() {
        return jdbc.sql("select count(*) from ledger_effect").query(Long.class).single();
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from ledger_call").update();
        jdbc.sql("delete from ledger_effect").update();
    }

    private void enter(String partner, String call, String reference, int status, String fault) {
        jdbc.sql("insert into ledger_call (at, partner, call, reference, status, fault) values (?, ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(), partner, atMost(400, call), atMost(200, reference), status, fault)
                .update();
    }

    private static String atMost(int length, String text) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static Call readCall(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getLong("id"),
                at(row),
                row.getString("partner"),
                row.getString("call"),
                row.getString("reference"),
                row.getInt("status"),
                row.getString("fault"));
    }

    private static Effect readEffect(ResultSet row, int number) throws SQLException {
        return new Effect(
                row.getLong("id"),
                at(row),
                row.getString("partner"),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("object_id"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
