package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.desk.ApiCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports hostile text into every column of the customer register.
 *
 * @param manager may import
 */
record HostileRegister(HostileText hostile, ApiCaller manager, JdbcClient jdbc) {
    /** Columns of the register that take any words, with the longest that Sectigo takes too; contacts have the last. */
    private static final Map<String, Integer> COLUMNS_OF_WORDS =
            Map.of("legal_name", 128, "enterprise_number", 30, "street", 128, "postcode", 10, "city", 32, "name", 200);

    private static final Map<String, String> ORGANISATION = Map.of(
            "legal_name", "University",
            "type", "university",
            "language", "nl",
            "street", "Straat 1",
            "postcode", "1000",
            "city", "Delft",
            "country", "NL",
            "belnet_customer", "true");

    private static final Map<String, String> CONTACT = Map.of(
            "name", "The rector",
            "email", "rector@customer.example",
            "language", "nl",
            "roles", "signatory technical");

    private static final List<String> REFUSED_BY_THE_REGISTER = Stream.concat(
                    Stream.of("x\u0000y"), HostileText.LINE_BREAKS.stream())
            .toList();

    /** What a customer's columns hold. */
    Map<String, String> words() {
        return COLUMNS_OF_WORDS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, column -> hostile.in(column.getKey(), column.getValue())));
    }

    /** A customer whose line has as much hostile text as the register takes; its acronym. */
    String customer() throws IOException {
        Map<String, String> organisation = new HashMap<>(ORGANISATION);
        assertOnlyWordsAreTaken("organisations", organisation);
        organisation.putAll(words());
        organisation.put("acronym", unique());
        assertThat(refusedBy("organisations", List.of(organisation))).isEmpty();

        Map<String, String> contact = lineWith(CONTACT, "name", words().get("name"));
        contact.put("acronym", organisation.get("acronym"));
        assertThat(refusedBy("contacts", List.of(contact))).isEmpty();
        assertOnlyWordsAreTaken("contacts", contact);
        return organisation.get("acronym");
    }

    private void assertOnlyWordsAreTaken(String file, Map<String, String> line) throws IOException {
        Map<Boolean, List<String>> columns =
                columns(file).stream().collect(Collectors.partitioningBy(COLUMNS_OF_WORDS::containsKey));
        List<Map<String, String>> printable = columns(file).stream()
                .map(column -> lineWith(line, column, hostile.in(column, COLUMNS_OF_WORDS.getOrDefault(column, 60))))
                .toList();
        assertThat(Set.copyOf(refusedBy(file, printable))).containsExactlyInAnyOrderElementsOf(columns.get(false));

        List<Map<String, String>> unprintable = columns.get(true).stream()
                .flatMap(column -> REFUSED_BY_THE_REGISTER.stream().map(bad -> lineWith(line, column, bad)))
                .toList();
        assertThat(refusedBy(file, unprintable)).hasSameSizeAs(unprintable).hasSameElementsAs(columns.get(true));
    }

    /** Columns that an import refused, each of another line. */
    private List<String> refusedBy(String file, List<Map<String, String>> lines) throws IOException {
        List<String> columns = columns(file);
        String content = Stream.concat(
                        Stream.of(String.join(",", columns)), lines.stream().map(line -> columns.stream()
                                .map(column -> line.getOrDefault(column, ""))
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n"));
        var form = new Multipart();
        for (String one : List.of("organisations", "contacts")) {
            form.file(one, one.equals(file) ? content.getBytes(StandardCharsets.UTF_8) : new byte[0]);
        }
        var answer = manager.post("/customers/import", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        String report = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        Awaitility.await().until(() -> !manager.get(report).body().contains("http-equiv=\"refresh\""));
        assertThat(manager.get(report).body()).doesNotContain("??");
        return jdbc.sql("select field from customer_import_refusal where import_id = ?")
                .param(Long.valueOf(report.replaceFirst(".*/", "")))
                .query(String.class)
                .list();
    }

    private static List<String> columns(String file) throws IOException {
        return List.of(new ClassPathResource("sample/" + file + ".csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .split(","));
    }

    /** A line of its own with this cell. */
    private static Map<String, String> lineWith(Map<String, String> line, String column, String cell) {
        Map<String, String> other = line.containsKey("email")
                ? with(line, "email", unique() + "@customer.example")
                : with(line, "acronym", unique());
        return with(other, column, cell);
    }

    private static Map<String, String> with(Map<String, String> line, String column, String cell) {
        Map<String, String> other = new HashMap<>(line);
        other.put(column, cell);
        return other;
    }

    private static String unique() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
