package be.belnet.sandbox.digicert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Entries as a table: a column for each value, nested ones named by their path, lists with spaces between. */
final class Csv {
    private Csv() {}

    static String of(List<Map<String, Object>> entries) {
        var rows = entries.stream().map(Csv::flat).toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        var lines = new ArrayList<String>();
        lines.add(String.join(",", columns));
        rows.forEach(row -> lines.add(columns.stream()
                .map(column -> quoted(row.getOrDefault(column, "")))
                .collect(Collectors.joining(","))));
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static Map<String, String> flat(Map<String, Object> entry) {
        var row = new LinkedHashMap<String, String>();
        entry.forEach((name, value) -> put(row, name, value));
        return row;
    }

    private static void put(Map<String, String> row, String name, Object value) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((inner, one) -> put(row, name + "_" + inner, one));
        } else if (value instanceof List<?> list) {
            row.put(name, list.stream().map(Object::toString).collect(Collectors.joining(" ")));
        } else {
            row.put(name, value.toString());
        }
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
