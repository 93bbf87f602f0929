package be.belnet.orderdesk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in whole tables. */
public final class Tables {
    private Tables() {}

    /** Tables whose name begins so and that hold the words in any column, as text or within bytes, in any case. */
    public static List<String> holding(JdbcClient jdbc, String words, String prefix) {
        return jdbc
                .sql("select table_name from information_schema.tables where upper(table_name) like ?")
                .param(prefix + "%")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> holds(jdbc, table, words.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean holds(JdbcClient jdbc, String table, String words) {
        return jdbc.sql("select * from " + table).query().listOfRows().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(value -> text(value).toLowerCase(Locale.ROOT).contains(words));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
