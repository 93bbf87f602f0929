package be.belnet.orderdesk.person;

import be.belnet.orderdesk.database.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people out of texts that modules keep, mostly for orders, table by table. */
@Component
public class OrderTexts {
    private final JdbcClient jdbc;

    OrderTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Texts of one table.
     *
     * @param key its primary key: one column
     * @param order the column with the order's number; null where texts belong to none, and a name alone is nobody's
     */
    public record Texts(String table, String key, String order, List<String> columns) {
        public static Texts of(String table, String key, String... columns) {
            return new Texts(table, key, "order_number", List.of(columns));
        }

        public static Texts apart(String table, String key, String... columns) {
            return new Texts(table, key, null, List.of(columns));
        }

        private String customer() {
            return order == null
                    ? "cast(null as varchar(60)) as of_customer from %s t where ".formatted(table)
                    : "o.acronym as of_customer from %s t left join service_order o on o.number = t.%s where "
                            .formatted(table, order);
        }
    }

    /** How many rows were changed by this. */
    public int clear(Person person, Texts texts) {
        var mentions = new Mentions(person);
        return (int) find(person, mentions, texts).stream()
                .filter(found -> clear(mentions, texts, found))
                .count();
    }

    private boolean clear(Mentions mentions, Texts texts, Row row) {
        List<String> cleared = row.values().stream()
                .map(value -> mentions.takenOut(value, row.theirs()))
                .toList();
        if (Objects.equals(cleared, row.values())) {
            return false;
        }
        List<Object> values = new ArrayList<>(cleared);
        values.add(row.key());
        String columns = texts.columns().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        return jdbc.sql("update %s set %s where %s = ?".formatted(texts.table(), columns, texts.key()))
                        .params(values)
                        .update()
                > 0;
    }

    /** Rows that may mention the person. */
    private List<Row> find(Person person, Mentions mentions, Texts texts) {
        List<String> needles = List.copyOf(mentions.needles());
        String hit = texts.columns().stream()
                .flatMap(column -> Stream.iterate(0, i -> i < needles.size(), i -> i + 1)
                        .map(i -> "lower(t.%s) like :needle%d escape '!'".formatted(column, i)))
                .collect(Collectors.joining(" or "));
        String columns = texts.columns().stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        var query = jdbc.sql("select t.%s as row_key, %s, ".formatted(texts.key(), columns) + texts.customer() + hit);
        for (int i = 0; i < needles.size(); i++) {
            query = query.param("needle" + i, Like.containing(needles.get(i)));
        }
        return query.query((row, index) -> row(person, texts, row)).list();
    }

    private static Row row(Person person, Texts texts, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String column : texts.columns()) {
            values.add(row.getString(column));
        }
        boolean theirs = Optional.ofNullable(row.getString("of_customer"))
                .map(person.acronyms()::contains)
                .orElse(false);
        return new Row(row.getObject("row_key"), values, theirs);
    }

    private record Row(Object key, List<String> values, boolean theirs) {}
}
