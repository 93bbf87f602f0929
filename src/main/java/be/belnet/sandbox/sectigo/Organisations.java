package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Organisations and their departments. */
class Organisations {

    private static final int LONG = 128;
    private static final int CITY = 32;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final SectigoSettings settings;

    Organisations(JdbcClient jdbc, Ledger ledger, ObjectMapper json, SectigoSettings settings) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.json = json;
        this.settings = settings;
    }

    /** Departments too. */
    List<Organisation> all() {
        return jdbc.sql("select * from sectigo_organisation order by id")
                .query(Organisation.ROWS)
                .list();
    }

    List<Organisation> departments(int organisation) {
        return jdbc.sql("select * from sectigo_organisation where parent_id = ? order by id")
                .param(organisation)
                .query(Organisation.ROWS)
                .list();
    }

    /** An organisation or a department. */
    Organisation get(int id) {
        return find(id).orElseThrow(() -> SectigoError.notFound(-1023, "Organization not found"));
    }

    Optional<Organisation> find(int id) {
        return jdbc.sql("select * from sectigo_organisation where id = ?")
                .param(id)
                .query(Organisation.ROWS)
                .optional();
    }

    /** The one that a refusal of something else is about. */
    Organisation named(int id) {
        return find(id).orElseThrow(() -> SectigoError.refused(-1023, "Organization not found"));
    }

    /** Whether certificates may be had in its name; a department answers for its organisation. */
    boolean validated(Organisation one) {
        return (one.department() ? get(one.parentId()) : one).validatedAt() != null;
    }

    int create(Fields request) {
        Caller.requireNetwork();
        var name = request.text("name", LONG);
        ledger.about(name);
        var parent = request.optionalText("parentOrgName", LONG).map(this::parent);
        var details = parent.isPresent() ? Map.<String, Object>of() : details(request);
        requireFree(name, parent.map(Organisation::id).orElse(null));
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into sectigo_organisation (parent_id, name, details, created_at) values (?, ?, ?, ?)")
                .params(parent.map(Organisation::id).orElse(null), name, write(details), Instant.now())
                .update(keys, "id");
        var id = keys.getKeyAs(Integer.class);
        ledger.effect(
                SectigoPartner.CODE,
                parent.isPresent() ? "department created" : "organisation created",
                name,
                String.valueOf(id));
        return id;
    }

    void update(int id, Fields request) {
        Caller.requireNetwork();
        var one = get(id);
        var name = request.text("name", LONG);
        jdbc.sql("update sectigo_organisation set name = ?, details = ? where id = ?")
                .params(name, one.department() ? one.details() : write(details(request)), id)
                .update();
        ledger.about(name);
        ledger.effect(SectigoPartner.CODE, "organisation changed", name, String.valueOf(id));
    }

    void delete(int id) {
        Caller.requireNetwork();
        var one = get(id);
        if (!departments(id).isEmpty()) {
            throw SectigoError.refused(-1021, "Organization has departments");
        }
        jdbc.sql("delete from sectigo_organisation where id = ?").param(id).update();
        ledger.about(one.name());
        ledger.effect(SectigoPartner.CODE, "organisation deleted", one.name(), String.valueOf(id));
    }

    /** The check of the organisation of this name has failed. */
    void refuse(String name) {
        check(name, true, null);
    }

    /** The check of the organisation of this name has succeeded, whatever came of it before. */
    void validate(String name) {
        check(name, false, Instant.now());
    }

    private void check(String name, boolean refused, Instant validatedAt) {
        var checked = jdbc.sql("update sectigo_organisation set refused = ?, validated_at = ? where name = ?")
                .params(Arrays.asList(refused, validatedAt, name))
                .update();
        if (checked == 0) {
            throw SectigoError.notFound(-1023, "Organization not found");
        }
    }

    void letTimePass(Instant now) {
        jdbc.sql("update sectigo_organisation set validated_at = ?"
                        + " where validated_at is null and not refused and parent_id is null and created_at <= ?")
                .params(now, now.minus(settings.organisationTime()))
                .update();
    }

    Map<String, Object> details(Organisation one) {
        try {
            return json.readValue(one.details(), new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Organisation parent(String name) {
        return all().stream()
                .filter(one -> !one.department() && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SectigoError.refused(-1023, "Organization not found"));
    }

    private void requireFree(String name, Integer parent) {
        var taken = all().stream()
                .filter(one -> Objects.equals(one.parentId(), parent))
                .anyMatch(one -> one.name().equalsIgnoreCase(name));
        if (taken && settings.uniqueOrganisations()) {
            throw SectigoError.refused(-1021, "Organization with this name already exists");
        }
    }

    /** What is written under one name and shown under another is kept under the one that is shown. */
    private static Map<String, Object> details(Fields request) {
        var city = request.optionalText("city", CITY);
        var state = request.optionalText("stateProvince", CITY);
        if (city.isEmpty() && state.isEmpty()) {
            throw SectigoError.missing("city");
        }
        request.object("clientCertificate").orElseThrow(() -> SectigoError.missing("clientCertificate"));
        return Reply.of(
                "alias", request.optionalText("alias", LONG).orElse(null),
                "secondaryName", request.optionalText("alternativeName", LONG).orElse(null),
                "contactEmails", request.optionalText("contactEmails", 1024).orElse(null),
                "contactWebhook", request.optionalText("contactWebhook", 1024).orElse(null),
                "address1", request.text("address1", LONG),
                "address2", request.optionalText("address2", LONG).orElse(null),
                "address3", request.optionalText("address3", LONG).orElse(null),
                "city", city.orElse(null),
                "stateOrProvince", state.orElse(null),
                "postalCode", request.optionalText("postalCode", 10).orElse(null),
                "country", country(request),
                "sslCertsApiEnabled", request.flag("sslCertsApiEnabled").orElse(true),
                "clientCertsApiEnabled", request.flag("clientCertsApiEnabled").orElse(false));
    }

    private static String country(Fields request) {
        var country = request.text("country", 2);
        if (!country.matches("[A-Z]{2}")) {
            throw SectigoError.invalid("country");
        }
        return country;
    }

    private String write(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
