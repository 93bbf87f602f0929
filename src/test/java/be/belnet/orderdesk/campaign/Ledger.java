package be.belnet.orderdesk.campaign;

import be.belnet.orderdesk.campaign.Rounds.Round;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the partners were asked and did, in the sandbox's own words. */
final class Ledger {
    static final String LIST = "sectigo GET /api/dcv/v1/validation";
    static final String STATUS = "sectigo POST /api/dcv/v1/validation/status";

    private final JdbcClient sandbox;
    private final List<Call> calls;
    private final List<Instant> listedAt;

    Ledger(JdbcClient sandbox) {
        this.sandbox = sandbox;
        this.calls = sandbox.sql("select at, partner, call, status from ledger_call order by id")
                .query((row, index) -> new Call(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("partner") + " " + row.getString("call").replaceAll("/\\d+", "/{id}"),
                        row.getInt("status")))
                .list();
        this.listedAt = calls.stream()
                .filter(call -> call.text().equals(LIST))
                .map(Call::at)
                .toList();
    }

    record Call(Instant at, String text, int status) {}

    /** How often each thing was asked. */
    Map<String, Long> calls() {
        return calls.stream().collect(Collectors.groupingBy(Call::text, TreeMap::new, Collectors.counting()));
    }

    long calls(String text) {
        return calls.stream().filter(call -> call.text().equals(text)).count();
    }

    long refusedCalls() {
        return calls.stream().filter(call -> call.status() >= 400).count();
    }

    /** Parts of the list of all validations that were read in a round. */
    long listed(Round round) {
        return listedAt.stream()
                .filter(at -> !at.isBefore(round.begin()) && !at.isAfter(round.end()))
                .count();
    }

    /** Entries that Sectigo had at a moment, wildcards among them. */
    long entries(Instant at) {
        return sandbox.sql("select count(*) from sectigo_domain where created_at <= ?")
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    long effects(String kind) {
        return sandbox.sql("select count(*) from ledger_effect where partner = 'sectigo' and kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** What was made more than once of what there may be one of. */
    List<String> doubles() {
        return sandbox.sql("select kind || ' ' || reference from ledger_effect where partner = 'sectigo'"
                        + " and kind in ('organisation created', 'domain created', 'delegation made',"
                        + " 'delegation requested', 'delegation approved', 'domain validated')"
                        + " group by kind, reference having count(*) > 1")
                .query(String.class)
                .list();
    }
}
