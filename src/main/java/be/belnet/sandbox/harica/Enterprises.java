package be.belnet.sandbox.harica;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network's enterprises. Two of one name are two: nothing published says that a second one is refused. */
class Enterprises {
    private static final Rows<Enterprise> ENTERPRISE_ROWS = Rows.of(Enterprise.class);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final HaricaSettings settings;

    Enterprises(JdbcClient jdbc, Ledger ledger, HaricaSettings settings) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.settings = settings;
    }

    List<Enterprise> all() {
        return jdbc.sql("select * from harica_enterprise order by created_at, id")
                .query(ENTERPRISE_ROWS)
                .list();
    }

    Optional<Enterprise> find(String id) {
        return jdbc.sql("select * from harica_enterprise where id = ?")
                .param(id)
                .query(ENTERPRISE_ROWS)
                .optional();
    }

    String create(EnterpriseController.NewEnterprise request) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("insert into harica_enterprise"
                        + " (id, alias, legal_name, enterprise_number, country, locality, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        request.alias(),
                        request.legalName(),
                        request.enterpriseNumber(),
                        request.country(),
                        request.locality(),
                        Instant.now())
                .update();
        ledger.about(request.legalName());
        ledger.effect(HaricaPartner.CODE, "enterprise created", request.legalName(), id);
        return id;
    }

    void letTimePass(Instant now) {
        jdbc.sql("update harica_enterprise set checked_at = ? where checked_at is null and created_at <= ?")
                .params(now, now.minus(settings.checkTime()))
                .update();
        jdbc.sql("update harica_enterprise set validated_at = ? where validated_at is null and checked_at <= ?")
                .params(now, now.minus(settings.organisationTime()))
                .update();
    }
}
