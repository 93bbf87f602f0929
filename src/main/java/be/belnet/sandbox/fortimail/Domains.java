package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The domains behind each appliance. */
@Component
class Domains {
    private static final Rows<Row> ROW_ROWS = Rows.of(Row.class);
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Set<String> FIXED = Set.of("objectID", "reqAction", "mkey", "mdomain", "maindomain");
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("is_subdomain", false),
            Map.entry("mxflag", 0),
            Map.entry("ip", ""),
            Map.entry("port", 25),
            Map.entry("usessl", false),
            Map.entry("fallbackhost", ""),
            Map.entry("fallbackport", 25),
            Map.entry("fallbackusessl", false),
            Map.entry("relay_ip_group", ""),
            Map.entry("alternative_domain_name", ""),
            Map.entry("ldap_routing_state", false),
            Map.entry("ldap_routing_profile", ""),
            Map.entry("relay_auth_status", false),
            Map.entry("relay_auth_username", ""),
            Map.entry("relay_auth_password", "******"),
            Map.entry("recipient_verification", 0),
            Map.entry("max_message_size", 204800),
            Map.entry("domain_report", false),
            Map.entry("hide", false));

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Ledger ledger;

    Domains(JdbcClient jdbc, ObjectMapper json, Ledger ledger) {
        this.jdbc = jdbc;
        this.json = json;
        this.ledger = ledger;
    }

    /** A row of {@code fortimail_domain}. */
    record Row(String machineId, String name, String aliasOf, String settings, Instant madeAt) {

        /** Another one like it: a domain has no id but its name. */
        Row twin() {
            return new Row(machineId, "twin." + name, aliasOf, settings, madeAt);
        }
    }

    List<Row> of(Unit unit) {
        return jdbc.sql("select * from fortimail_domain where machine_id = ? order by name")
                .param(unit.machineId())
                .query(ROW_ROWS)
                .list();
    }

    ObjectNode read(Unit unit, String name) {
        return find(unit, name).map(this::object).orElseThrow(() -> FortiMailError.notThere("DomainSetting"));
    }

    @Transactional
    ObjectNode create(Unit unit, String name, JsonNode fields) {
        if (!DOMAIN.matcher(name).matches()) {
            throw FortiMailError.invalid("Invalid domain name:Add object (DomainSetting)");
        }
        if (find(unit, name).isPresent()) {
            throw FortiMailError.invalid("Object already exists:Add object (DomainSetting)");
        }
        if (of(unit).size() >= unit.mostDomains()) {
            throw FortiMailError.invalid("Maximum number of entries has been reached:Add object (DomainSetting)");
        }
        insert(unit, name, null, merged(json.valueToTree(DEFAULTS), fields));
        entered(unit, "domain created", name);
        return read(unit, name);
    }

    @Transactional
    ObjectNode change(Unit unit, String name, JsonNode fields) {
        var row = find(unit, name).orElseThrow(() -> FortiMailError.notThere("DomainSetting"));
        jdbc.sql("update fortimail_domain set settings = ? where machine_id = ? and name = ?")
                .params(merged(settings(row), fields).toString(), unit.machineId(), name)
                .update();
        entered(unit, "domain changed", name);
        return read(unit, name);
    }

    @Transactional
    void delete(Unit unit, String name) {
        var rows = jdbc.sql("delete from fortimail_domain where machine_id = ? and (name = ? or alias_of = ?)")
                .params(unit.machineId(), name, name)
                .update();
        if (rows == 0) {
            throw FortiMailError.notThere("DomainSetting");
        }
        entered(unit, "domain deleted", name);
    }

    @Transactional
    void associate(Unit unit, String alias, String domain) {
        read(unit, domain);
        if (find(unit, alias).isPresent()) {
            throw FortiMailError.invalid("Object already exists:Add object (MailSetDomainAssociation)");
        }
        insert(unit, alias, domain, json.createObjectNode());
        entered(unit, "alias created", alias);
    }

    Optional<Row> find(Unit unit, String name) {
        return jdbc.sql("select * from fortimail_domain where machine_id = ? and name = ?")
                .params(unit.machineId(), name)
                .query(ROW_ROWS)
                .optional();
    }

    private void insert(Unit unit, String name, String aliasOf, ObjectNode settings) {
        jdbc.sql("insert into fortimail_domain (machine_id, name, alias_of, settings) values (?, ?, ?, ?)")
                .params(unit.machineId(), name, aliasOf, settings.toString())
                .update();
    }

    private void entered(Unit unit, String effect, String name) {
        ledger.about(unit.reference());
        ledger.effect("fortimail", effect, unit.reference(), name);
    }

    private ObjectNode object(Row row) {
        var object = json.createObjectNode();
        object.put("objectID", "DomainSetting:{D:" + row.name() + "}");
        object.put("reqAction", 1);
        object.put("nodePermission", 3);
        object.put("mkey", row.name());
        object.put("mdomain", row.name());
        object.put("maindomain", row.aliasOf() == null ? row.name() : row.aliasOf());
        return object.setAll(settings(row));
    }

    /** Fields an appliance does not have are ignored, as are passwords it never shows. */
    private static ObjectNode merged(ObjectNode settings, JsonNode fields) {
        fields.fields().forEachRemaining(field -> {
            var secret = field.getKey().endsWith("password");
            if (settings.has(field.getKey()) && !FIXED.contains(field.getKey()) && !secret) {
                settings.set(field.getKey(), field.getValue());
            }
        });
        return settings;
    }

    private ObjectNode settings(Row row) {
        try {
            return (ObjectNode) json.readTree(row.settings());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
