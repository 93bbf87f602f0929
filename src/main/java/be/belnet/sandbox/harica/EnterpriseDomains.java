package be.belnet.sandbox.harica;

import be.belnet.sandbox.dns.PublicView;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Domains of enterprises, each of one alone. They are validated by a TXT record at the domain itself. */
class EnterpriseDomains {
    private static final Rows<EnterpriseDomain> ENTERPRISE_DOMAIN_ROWS = Rows.of(EnterpriseDomain.class);

    private final JdbcClient jdbc;
    private final PublicView view;
    private final Ledger ledger;
    private final HaricaSettings settings;

    EnterpriseDomains(JdbcClient jdbc, PublicView view, Ledger ledger, HaricaSettings settings) {
        this.jdbc = jdbc;
        this.view = view;
        this.ledger = ledger;
        this.settings = settings;
    }

    List<EnterpriseDomain> all() {
        return jdbc.sql("select * from harica_domain order by name")
                .query(ENTERPRISE_DOMAIN_ROWS)
                .list();
    }

    Optional<EnterpriseDomain> find(String id) {
        return jdbc.sql("select * from harica_domain where id = ?")
                .param(id)
                .query(ENTERPRISE_DOMAIN_ROWS)
                .optional();
    }

    void add(String enterprise, String name) {
        var domain = name.toLowerCase(Locale.ROOT);
        if (domain.startsWith("*.")) {
            throw HaricaError.refused("A wildcard is no domain of its own");
        }
        if (all().stream().anyMatch(one -> one.name().equals(domain))) {
            throw HaricaError.refused("The domain belongs to an enterprise already");
        }
        var id = UUID.randomUUID().toString();
        jdbc.sql("insert into harica_domain (id, enterprise_id, name, created_at) values (?, ?, ?, ?)")
                .params(id, enterprise, domain, Instant.now())
                .update();
        ledger.effect(HaricaPartner.CODE, "domain added", domain, id);
    }

    void remove(String name) {
        if (jdbc.sql("delete from harica_domain where name = ?").param(name).update() == 0) {
            throw new HaricaError(404, "No enterprise has this domain");
        }
    }

    /** A new token takes the place of an earlier one. */
    String ask(EnterpriseDomain domain) {
        var token = "HARICA-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        jdbc.sql("update harica_domain set token = ?, next_check = ? where id = ?")
                .params(token, Instant.now().plus(settings.lookTime()), domain.id())
                .update();
        ledger.about(domain.name());
        ledger.effect(HaricaPartner.CODE, "validation started", domain.name(), domain.id());
        return token;
    }

    void letTimePass(Instant now) {
        jdbc.sql("select * from harica_domain where next_check <= ? order by name")
                .param(now)
                .query(ENTERPRISE_DOMAIN_ROWS)
                .list()
                .forEach(domain -> look(domain, now));
    }

    private void look(EnterpriseDomain domain, Instant now) {
        if (view.values("TXT", domain.name()).contains(domain.token())) {
            jdbc.sql("update harica_domain set token = null, next_check = null, valid_until = ? where id = ?")
                    .params(now.plus(settings.validationLife()), domain.id())
                    .update();
            ledger.effect(HaricaPartner.CODE, "domain validated", domain.name(), domain.id());
        } else {
            jdbc.sql("update harica_domain set next_check = ? where id = ?")
                    .params(now.plus(settings.lookTime()), domain.id())
                    .update();
        }
    }
}
