package be.belnet.orderdesk.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes many orders of one, in PostgreSQL alone: every row of every table that is about the order, the engine's included, with
 * a number, a customer, engine ids and times of its own. What the copies would cost at partners is not asked for.
 */
class Crowd {
    /** As many as forty networks have. */
    private static final int CUSTOMERS = 4_000;

    private static final String CUSTOMER = "'CROWD' || lpad((n % " + CUSTOMERS + ")::text, 6, '0')";
    private static final int ENGINE_ID = 36;
    /** The end of an id is the same in all that one engine makes, and its beginning turns round every few minutes. */
    private static final int ENGINE = 23;

    private static final String SCATTERED = "lpad(to_hex(n::bigint * 2654435761 % 4294967296), 8, '0')";

    /**
     * Nothing that is measured reads their rows for an order, and what waits to be measured would keep the node busy meanwhile. The engine's history of steps, jobs and operations alone is two thirds of
     * all there is.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "order_start_request",
            "act_ru_meter_log",
            "running_notice",
            "delivery_to_measure",
            "act_hi_actinst",
            "act_hi_job_log",
            "act_hi_op_log");

    /** Columns that say where the rest of the row came from, or that must be of the copy alone. */
    private static final Map<String, String> OWN =
            Map.of("token", "null", "message_id", "gen_random_uuid()::text", "effect_key", "gen_random_uuid()::text");

    private final JdbcClient jdbc;
    private final List<Column> columns;
    private int made;

    Crowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.columns = jdbc.sql("select c.table_name, column_name, data_type, is_identity = 'YES' as generated"
                        + " from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query((row, index) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type"),
                        row.getBoolean("generated")))
                .list();
    }

    private record Column(String table, String name, String type, boolean generated) {
        /** What no list shows; of each order some 100 KB, which would take the longest to copy. */
        boolean isBulk() {
            return type.equals("bytea") || name.equals("html_body") || name.equals("text_body");
        }

        boolean isTime() {
            return type.startsWith("timestamp");
        }

        /** A model or its deployment, which copies share. */
        boolean isOfModel() {
            return table.startsWith("act_") && (name.contains("def_") || name.equals("deployment_id_"));
        }
    }

    /**
     * Adds copies.
     *
     * @param order number of one that stands
     * @param days over how many past days they are spread
     */
    void multiply(String order, int copies, int days) {
        List<String> instances = instances(order);
        Map<String, List<Column>> tables = columns.stream()
                .filter(column -> !LEFT_OUT.contains(column.table()))
                .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
        jdbc.sql("set session_replication_role = replica").update();
        tables.forEach((table, all) -> {
            String belongs = belongs(table, all);
            if (belongs != null) {
                copy(table, all, belongs, order, instances, copies, days);
            }
        });
        jdbc.sql("set session_replication_role = default").update();
        customers(made + 1, made + copies);
        made += copies;
    }

    void analyse() {
        jdbc.sql("vacuum analyze").update();
    }

    private void customers(int first, int last) {
        jdbc.sql(
                        "insert into customer_organisation (acronym_key, acronym, legal_name, type, language, street, postcode,"
                                + " city, country, account_manager, belnet_customer)"
                                + " select c, c, 'Organisation ' || c, 'university', 'en', 'Street 1', '1000', 'Brussels', 'BE',"
                                + " 'relations1', true from (select distinct %s as c from generate_series(?, ?) n) crowd"
                                        .formatted(CUSTOMER)
                                + " on conflict do nothing")
                .params(first, last)
                .update();
    }

    /** Its processes with all that they called. */
    private List<String> instances(String order) {
        List<String> all =
                new ArrayList<>(jdbc.sql("select proc_inst_id_ from act_hi_procinst where root_proc_inst_id_ in"
                                + " (select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?)")
                        .param(order)
                        .query(String.class)
                        .list());
        all.addAll(jdbc.sql(
                        "select id_ from act_ru_execution where root_proc_inst_id_ in"
                                + " (select root_proc_inst_id_ from act_ru_execution where business_key_ = ?) and parent_id_ is null")
                .param(order)
                .query(String.class)
                .list());
        return all.isEmpty() ? List.of("none") : all;
    }

    private static String belongs(String table, List<Column> columns) {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        if (table.startsWith("subscription")) {
            return null;
        }
        if (table.equals("service_order")) {
            return "r.number = :order";
        }
        if (names.contains("order_number")) {
            return "r.order_number = :order";
        }
        if (table.equals("act_ru_identitylink")) {
            return "r.task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (:instances))";
        }
        if (table.equals("act_ru_authorization")) {
            return "r.resource_id_ in (select id_ from act_ru_task where proc_inst_id_ in (:instances))";
        }
        for (String key : List.of("proc_inst_id_", "process_instance_id_")) {
            if (table.startsWith("act_") && names.contains(key)) {
                return "r." + key + " in (:instances)";
            }
        }
        return null;
    }

    private void copy(
            String table,
            List<Column> columns,
            String belongs,
            String order,
            List<String> instances,
            int copies,
            int days) {
        String acronym = jdbc.sql("select acronym from service_order where number = ?")
                .param(order)
                .query(String.class)
                .single();
        String engine =
                instances.get(0).length() == ENGINE_ID ? instances.get(0).substring(ENGINE_ID - ENGINE) : "none";
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        jdbc.sql(("insert into %s (%s) select %s from %s r cross join generate_series(:first, :last) n"
                                + " cross join lateral jsonb_populate_record(null::%s,"
                                + " regexp_replace(replace(replace(replace((to_jsonb(r) - array[%s]::text[])::text, :order, %s),"
                                + " :acronym, %s), lower(:acronym), lower(%s)), :engineIds, %s, 'g')::jsonb) c where %s")
                        .formatted(
                                table,
                                names,
                                columns.stream().map(Crowd::value).collect(Collectors.joining(", ")),
                                table,
                                table,
                                columns.stream()
                                        .filter(Column::isBulk)
                                        .map(column -> "'" + column.name() + "'")
                                        .collect(Collectors.joining(", ")),
                                "'BAMS-' || (2030 + n / 90000) || '-' || (n % 90000 + 10000)",
                                CUSTOMER,
                                CUSTOMER,
                                SCATTERED + " || '-\\1-11f1-a6f6-02fc00'",
                                belongs))
                .param("order", order)
                .param("engineIds", "([0-9a-f]{8})-[0-9a-f]{4}" + engine)
                .param("acronym", acronym)
                .param("instances", instances)
                .param("first", made + 1)
                .param("last", made + copies)
                .param("minutes", days * 24 * 60)
                .update();
    }

    private static String value(Column column) {
        String copied = "c." + column.name();
        if (column.generated()) {
            return "nextval(pg_get_serial_sequence('%s', '%s'))".formatted(column.table(), column.name());
        }
        if (column.isBulk()) {
            return column.type().equals("bytea") ? "''::bytea" : "''";
        }
        if (column.isOfModel()) {
            return "r." + column.name();
        }
        if (column.isTime()) {
            return copied + " - (n::bigint * 7919 %% :minutes) * interval '1 minute'".replace("%%", "%");
        }
        return OWN.getOrDefault(column.name(), copied);
    }
}
