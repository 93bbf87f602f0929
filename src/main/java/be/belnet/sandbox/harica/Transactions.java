package be.belnet.sandbox.harica;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Certificates that were asked for: another person than who asked approves of each. None is issued here. */
class Transactions {
    private static final Rows<Transaction> TRANSACTION_ROWS = Rows.of(Transaction.class);

    private static final String WILDCARD = "*.";

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final EnterpriseDomains domains;
    private final Ledger ledger;

    Transactions(JdbcClient jdbc, Enterprises enterprises, EnterpriseDomains domains, Ledger ledger) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.domains = domains;
        this.ledger = ledger;
    }

    List<Transaction> all() {
        return jdbc.sql("select * from harica_transaction order by requested_at, id")
                .query(TRANSACTION_ROWS)
                .list();
    }

    String create(String requester, List<String> names, String type) {
        names.forEach(name -> require(name, type));
        var id = UUID.randomUUID().toString();
        jdbc.sql("insert into harica_transaction (id, review_id, requester, domains, type, status, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        UUID.randomUUID().toString(),
                        requester,
                        String.join(" ", names),
                        type,
                        Transaction.PENDING,
                        Instant.now())
                .update();
        count("certificate requested", names.get(0), id);
        return id;
    }

    void review(String reviewer, String reviewId, boolean valid) {
        var one = all().stream()
                .filter(transaction -> transaction.reviewId().equals(reviewId) && transaction.pending())
                .findFirst()
                .orElseThrow(() -> HaricaError.refused("There is no such review"));
        if (one.requester().equals(reviewer)) {
            throw HaricaError.refused("Who asked for a certificate may not approve of it");
        }
        end(one, valid ? "Completed" : "Cancelled", valid ? "certificate approved" : "certificate declined");
    }

    void cancel(String caller, String id) {
        var one = all().stream()
                .filter(transaction ->
                        transaction.id().equals(id) && transaction.requester().equals(caller) && transaction.pending())
                .findFirst()
                .orElseThrow(() -> HaricaError.refused("There is no such transaction"));
        end(one, "Cancelled", "certificate cancelled");
    }

    /** The domain at or above the name whose validation counts. */
    Optional<EnterpriseDomain> validated(String name) {
        var plain = plain(name);
        return domains.all().stream()
                .filter(one -> plain.equals(one.name()) || plain.endsWith("." + one.name()))
                .filter(one -> one.validUntil() != null && one.validUntil().isAfter(Instant.now()))
                .findFirst();
    }

    boolean organisationValidated(EnterpriseDomain domain) {
        return enterprises
                .find(domain.enterpriseId())
                .map(one -> one.validatedAt() != null)
                .orElse(false);
    }

    static boolean wildcard(String name) {
        return name.startsWith(WILDCARD);
    }

    private void require(String name, String type) {
        var domain = validated(name).orElseThrow(() -> HaricaError.refused(name + " is not validated"));
        if (type.equals("OV") && !organisationValidated(domain)) {
            throw HaricaError.refused("The organization is not validated");
        }
    }

    private void end(Transaction one, String status, String effect) {
        jdbc.sql("update harica_transaction set status = ? where id = ?")
                .params(status, one.id())
                .update();
        count(effect, one.names().get(0), one.id());
    }

    private void count(String effect, String reference, String id) {
        ledger.about(reference);
        ledger.effect(HaricaPartner.CODE, effect, reference, id);
    }

    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return wildcard(lower) ? lower.substring(WILDCARD.length()) : lower;
    }
}
