package be.belnet.orderdesk.dcs;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Puts domains of a test where they are to stand. All names have the mark in them, by which a test finds its own. */
public final class KnownDomains {
    private final JdbcClient jdbc;
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    public KnownDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String mark() {
        return mark;
    }

    /** A file of a customer, or of Belnet itself; its number. */
    public String file(String acronym) {
        String number = "DCS-T-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(Locale.ROOT);
        jdbc.sql(
                        "insert into service_order (number, service, kind, state, turn, acronym, requester_name, requester_email,"
                                + " requester_language, opened_at) values (?, 'DCS', 'migration', 'open', 'customer', ?, 'Requester',"
                                + " 'requester@customer.example', 'nl', ?)")
                .params(Arrays.asList(number, acronym, Timestamp.from(Instant.now())))
                .update();
        return number;
    }

    /** A campaign that moves customers to Sectigo; its number. */
    public String campaign(String... acronyms) {
        String number = file(null);
        jdbc.sql("insert into dcs_campaign (order_number, former_authority, authority, stop_date, customers_a_day,"
                        + " paused, abandons) values (?, 'digicert', 'sectigo', ?, 5, false, false)")
                .params(number, LocalDate.now().plusDays(90))
                .update();
        for (int position = 0; position < acronyms.length; position++) {
            jdbc.sql("insert into dcs_campaign_customer (campaign, position, acronym) values (?, ?, ?)")
                    .params(number, position, acronyms[position])
                    .update();
        }
        return number;
    }

    /** Makes a file one of the campaign's migrations. */
    public void moves(String campaign, String file, String... labels) {
        jdbc.sql("insert into dcs_order (order_number) values (?)").param(file).update();
        jdbc.sql("insert into dcs_migration (order_number, former_authority, campaign) values (?, 'digicert', ?)")
                .params(file, campaign)
                .update();
        for (int position = 0; position < labels.length; position++) {
            jdbc.sql("insert into dcs_domain (order_number, position, domain) values (?, ?, ?)")
                    .params(file, position, labels[position] + "-" + mark + ".example")
                    .update();
        }
    }

    /** @param acronym must be nobody else's */
    public Row at(String file, String acronym, String label) {
        Map<String, Object> columns = new HashMap<>(Map.of(
                "order_number",
                file,
                "acronym",
                acronym,
                "authority",
                "sectigo",
                "domain",
                label + "-" + mark + ".example",
                "place",
                0,
                "state",
                "recordAwaited",
                "state_since",
                daysAgo(1),
                "method",
                "CNAME",
                "wildcard",
                "none"));
        return new Row(columns);
    }

    /** One domain on its way into the table. */
    public final class Row {
        private final Map<String, Object> columns;

        Row(Map<String, Object> columns) {
            this.columns = columns;
        }

        public Row with(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        public Row state(String state, int days) {
            return with("state", state).with("state_since", daysAgo(days));
        }

        /** @param days from today; those of the past are negative */
        public Row validFor(int days) {
            return with("valid_until", LocalDate.now().plusDays(days));
        }

        /** Its id. */
        public long put() {
            var names = columns.keySet().stream().sorted().toList();
            var key = new GeneratedKeyHolder();
            jdbc.sql("insert into certificate_domain (" + String.join(", ", names) + ") values (:"
                            + String.join(", :", names) + ")")
                    .params(columns)
                    .update(key, "id");
            return key.getKey().longValue();
        }
    }

    private static Timestamp daysAgo(int days) {
        return Timestamp.from(Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS));
    }
}
