package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Domains and to whom they are delegated. */
class Domains {

    private static final Set<String> CERT_TYPES = Set.of("SSL", "SMIME", "CodeSign");
    private static final Set<String> PRIVILEGES =
            Set.of("DOMAIN", "SUBDOMAIN", "WILDCARD_1ST_LEVEL", "WILDCARD_2ND_LEVEL");
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 255;
    private static final int MOST_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Ledger ledger;

    Domains(JdbcClient jdbc, Organisations organisations, Ledger ledger) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.ledger = ledger;
    }

    List<DomainEntry> all() {
        return jdbc.sql("select * from sectigo_domain order by id")
                .query(DomainEntry.ROWS)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from sectigo_domain")
                .query(Integer.class)
                .single();
    }

    /** So many of all from an offset on. */
    List<DomainEntry> part(int size, int position) {
        return jdbc.sql("select * from sectigo_domain order by id offset ? rows fetch next ? rows only")
                .params(position, size)
                .query(DomainEntry.ROWS)
                .list();
    }

    /** Those whose names hold a text, case ignored. */
    List<DomainEntry> holding(String part) {
        return jdbc.sql("select * from sectigo_domain where locate(?, name) > 0 order by id")
                .param(part.toLowerCase(Locale.ROOT))
                .query(DomainEntry.ROWS)
                .list();
    }

    Optional<DomainEntry> find(String name) {
        return jdbc.sql("select * from sectigo_domain where name = ?")
                .param(name.toLowerCase(Locale.ROOT))
                .query(DomainEntry.ROWS)
                .optional();
    }

    DomainEntry get(int id) {
        var found = jdbc.sql("select * from sectigo_domain where id = ?")
                .param(id)
                .query(DomainEntry.ROWS)
                .optional()
                .orElseThrow(() -> SectigoError.notFound(-727, "Domain does not exist"));
        ledger.about(found.name());
        return found;
    }

    /** Of all domains. */
    List<Delegation> delegations() {
        return jdbc.sql("select * from sectigo_delegation order by domain_id, org_id")
                .query(Delegation.ROWS)
                .list();
    }

    List<Delegation> delegations(int domain) {
        return jdbc.sql("select * from sectigo_delegation where domain_id = ? order by org_id")
                .param(domain)
                .query(Delegation.ROWS)
                .list();
    }

    int create(Fields request) {
        var name = name(request);
        ledger.about(name);
        var delegations = request.objects("delegations");
        if (delegations.isEmpty()) {
            throw SectigoError.refused(-709, "At least one delegation is required");
        }
        if (find(name).isPresent()) {
            throw SectigoError.refused(-700, "Domain with this name already exists");
        }
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into sectigo_domain (name, description, active, monitoring, created_at, order_status,"
                        + " email_confirmed) values (?, ?, ?, ?, ?, 'NOT_INITIATED', false)")
                .params(
                        name,
                        request.optionalText("description", LONGEST).orElse(null),
                        request.flag("active").orElse(true),
                        request.object("ctLogMonitoring").orElse(null),
                        Instant.now())
                .update(keys, "id");
        var created = get(keys.getKeyAs(Integer.class));
        count("domain created", created);
        delegations.forEach(one -> delegate(created, one));
        return created.id();
    }

    void delegate(DomainEntry domain, Fields request) {
        var organisation = organisations.named(request.number("orgId"));
        var types = checked(request, "certTypes", CERT_TYPES);
        if (types.isEmpty()) {
            throw SectigoError.missing("certTypes");
        }
        var privileges = checked(request, "domainCertificateRequestPrivileges", PRIVILEGES);
        var status = Caller.current().network() ? Delegation.ACTIVE : Delegation.REQUESTED;
        remove(domain, organisation.id());
        jdbc.sql("insert into sectigo_delegation (domain_id, org_id, cert_types, privileges, status)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        domain.id(),
                        organisation.id(),
                        String.join(",", types),
                        privileges.isEmpty() ? null : String.join(",", privileges),
                        status)
                .update();
        count(status.equals(Delegation.ACTIVE) ? "delegation made" : "delegation requested", domain);
    }

    void delegateAll(Fields request) {
        var ids = request.numbers("domainIds");
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw SectigoError.invalid("domainIds");
        }
        ids.forEach(id -> delegate(get(id), request));
    }

    void undelegate(DomainEntry domain, Fields request) {
        if (remove(domain, request.number("orgId")) == 0) {
            throw SectigoError.refused(-707, "Delegation does not exist");
        }
        count("delegation removed", domain);
    }

    void approve(DomainEntry domain, Fields request) {
        requested(domain, request);
        jdbc.sql("update sectigo_delegation set status = ? where domain_id = ? and org_id = ?")
                .params(Delegation.ACTIVE, domain.id(), request.number("orgId"))
                .update();
        count("delegation approved", domain);
    }

    void reject(DomainEntry domain, Fields request) {
        requested(domain, request);
        remove(domain, request.number("orgId"));
        count("delegation rejected", domain);
    }

    void activate(DomainEntry domain, boolean active) {
        Caller.requireNetwork();
        jdbc.sql("update sectigo_domain set active = ? where id = ?")
                .params(active, domain.id())
                .update();
        count(active ? "domain activated" : "domain suspended", domain);
    }

    void monitor(DomainEntry domain, String monitoring) {
        jdbc.sql("update sectigo_domain set monitoring = ? where id = ?")
                .params(monitoring, domain.id())
                .update();
        count("monitoring changed", domain);
    }

    void delete(DomainEntry domain) {
        Caller.requireNetwork();
        jdbc.sql("delete from sectigo_domain where id = ?").param(domain.id()).update();
        count("domain deleted", domain);
    }

    void count(String effect, DomainEntry domain) {
        ledger.effect(SectigoPartner.CODE, effect, domain.name(), String.valueOf(domain.id()));
    }

    /** The requested delegation, or a refusal. */
    private void requested(DomainEntry domain, Fields request) {
        Caller.requireNetwork();
        var organisation = request.number("orgId");
        var found = delegations(domain.id()).stream()
                .filter(one -> one.orgId() == organisation)
                .findFirst()
                .orElseThrow(() -> SectigoError.refused(-707, "Delegation request was deleted"));
        if (found.active()) {
            throw SectigoError.refused(-705, "Delegation is not in the requested state");
        }
    }

    private int remove(DomainEntry domain, int organisation) {
        return jdbc.sql("delete from sectigo_delegation where domain_id = ? and org_id = ?")
                .params(domain.id(), organisation)
                .update();
    }

    private static String name(Fields request) {
        var name = request.text("name", Integer.MAX_VALUE).toLowerCase(Locale.ROOT);
        if (name.length() < SHORTEST) {
            throw SectigoError.refused(-712, "Domain name is too short");
        }
        if (name.length() > LONGEST) {
            throw SectigoError.refused(-713, "Domain name is too long");
        }
        if (name.indexOf('.') < 0 || name.lastIndexOf('.') == 1 && name.startsWith(DomainEntry.WILDCARD)) {
            throw SectigoError.refused(-714, "Domain name has too few dots");
        }
        if (!NAME.matcher(name).matches()) {
            throw SectigoError.refused(-732, "Domain name is invalid");
        }
        return name;
    }

    private static List<String> checked(Fields request, String field, Set<String> known) {
        var texts = request.texts(field);
        if (!known.containsAll(texts)) {
            throw SectigoError.invalid(field);
        }
        return texts;
    }
}
