package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.sectigo.Administrator.Credential;
import be.belnet.sandbox.world.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Accounts of administrators. A login is taken once. */
class Administrators {
    private static final Rows<Administrator> ADMINISTRATOR_ROWS = Rows.of(Administrator.class);
    private static final Rows<Credential> CREDENTIAL_ROWS = Rows.of(Credential.class);

    private static final Set<String> ROLES = Set.of(
            "MRAO", "RAO_SSL", "RAO_SMIME", "RAO_CS", "RAO_DEVICE", "DRAO_SSL", "DRAO_SMIME", "DRAO_CS", "DRAO_DEVICE");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONG = 128;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Ledger ledger;

    Administrators(JdbcClient jdbc, Organisations organisations, Ledger ledger) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.ledger = ledger;
    }

    List<Administrator> all() {
        return jdbc.sql("select * from sectigo_administrator order by id")
                .query(ADMINISTRATOR_ROWS)
                .list();
    }

    Administrator get(int id) {
        var found = jdbc.sql("select * from sectigo_administrator where id = ?")
                .param(id)
                .query(ADMINISTRATOR_ROWS)
                .optional()
                .orElseThrow(() -> SectigoError.notFound(-970, "Administrator not found"));
        ledger.about(reference(found.id()));
        return found;
    }

    List<Credential> credentials(int administrator) {
        return jdbc.sql("select role, org_id from sectigo_credential where administrator_id = ? order by position")
                .param(administrator)
                .query(CREDENTIAL_ROWS)
                .list();
    }

    Administrator create(Fields request) {
        Caller.requireNetwork();
        var login = request.text("login", LONG);
        var credentials = checked(request);
        if (all().stream().anyMatch(one -> one.login().equalsIgnoreCase(login))) {
            throw SectigoError.invalid("login: it is taken");
        }
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into sectigo_administrator (login, email, forename, surname, telephone, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        login,
                        email(request),
                        request.text("forename", LONG),
                        request.text("surname", LONG),
                        request.optionalText("telephone", 64).orElse(null),
                        Instant.now())
                .update(keys, "id");
        var id = keys.getKeyAs(Integer.class);
        give(id, credentials);
        var made = get(id);
        count("administrator created", made);
        return made;
    }

    void update(Administrator one, Fields request) {
        Caller.requireNetwork();
        jdbc.sql("update sectigo_administrator set email = ?, forename = ?, surname = ?, telephone = ? where id = ?")
                .params(
                        email(request),
                        request.text("forename", LONG),
                        request.text("surname", LONG),
                        request.optionalText("telephone", 64).orElse(null),
                        one.id())
                .update();
        give(one.id(), checked(request));
        count("administrator changed", one);
    }

    void delete(Administrator one) {
        Caller.requireNetwork();
        count("administrator deleted", one);
        jdbc.sql("delete from sectigo_administrator where id = ?")
                .param(one.id())
                .update();
    }

    private void give(int administrator, List<Credential> credentials) {
        jdbc.sql("delete from sectigo_credential where administrator_id = ?")
                .param(administrator)
                .update();
        for (var position = 0; position < credentials.size(); position++) {
            var one = credentials.get(position);
            jdbc.sql("insert into sectigo_credential (administrator_id, position, role, org_id) values (?, ?, ?, ?)")
                    .params(administrator, position, one.role(), one.orgId())
                    .update();
        }
    }

    private List<Credential> checked(Fields request) {
        var credentials = request.objects("credentials").stream()
                .map(one -> new Credential(
                        one.text("role", LONG), one.optionalNumber("orgId").orElse(null)))
                .toList();
        if (credentials.isEmpty()) {
            throw SectigoError.missing("credentials");
        }
        credentials.forEach(this::check);
        return credentials;
    }

    private void check(Credential one) {
        if (!ROLES.contains(one.role())) {
            throw SectigoError.invalid("credentials[].role");
        }
        if (one.orgId() != null) {
            organisations.named(one.orgId());
        } else if (!one.role().equals("MRAO")) {
            throw SectigoError.missing("credentials[].orgId");
        }
    }

    private static String email(Fields request) {
        var email = request.text("email", 320);
        if (!EMAIL.matcher(email).matches()) {
            throw SectigoError.invalid("email");
        }
        return email;
    }

    private void count(String effect, Administrator one) {
        ledger.effect(SectigoPartner.CODE, effect, reference(one.id()), String.valueOf(one.id()));
    }

    /** The organisation of the first credential: the ledger holds no addresses of people. */
    private String reference(int administrator) {
        return credentials(administrator).stream()
                .filter(one -> one.orgId() != null)
                .findFirst()
                .flatMap(one -> organisations.find(one.orgId()))
                .map(Organisation::name)
                .orElse(null);
    }
}
