package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The webapps' own labels in Dutch and French beside the English ones that the engine ships. */
class WebappTextsTest {
    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|</?(a|strong|br)\\b[^>]*>|\\{}");

    private static final Pattern SIGN_WITHOUT_BLANK = Pattern.compile("[^\\u00a0][:;?!]");

    /** Marks of HTML and the way in which dates are typed. */
    private static final Pattern NO_SENTENCE = Pattern.compile("<[^>]*>|&\\w+;|HH:mm:ss");

    /** Signs, names, and words that are the same in the language. */
    private static final Set<String> IN_ALL = Set.of(
            "",
            " OK",
            "OK",
            "<",
            "<=",
            ">",
            ">=",
            "Camunda",
            "Cockpit",
            "Optimize",
            "ID",
            "ID*",
            "Job",
            "Jobs",
            "Type",
            "{{count}} jobs");

    private static final Map<String, Set<String>> THE_SAME = Map.of(
            "nl",
            Set.of(
                    "Account",
                    "Batch",
                    "Batches",
                    "Criteria",
                    "Dashboard",
                    "Deployment",
                    "Deployments",
                    "Diagram",
                    "Element",
                    "Filter",
                    "Filters",
                    "Operator",
                    "Tenant",
                    "Tenants"),
            "fr",
            Set.of(
                    "Action",
                    "Actions",
                    "Active",
                    "Annotation",
                    "Application",
                    "Applications",
                    "Configuration",
                    "Date",
                    "Description",
                    "Documentation",
                    "Exception",
                    "GLOBAL",
                    "Incidents",
                    "Instance",
                    "Message",
                    "Migration",
                    "Source",
                    "Total",
                    "Types",
                    "Variable",
                    "Variables",
                    "Version",
                    "instances"));

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "welcome, nl",
        "tasklist, nl",
        "cockpit, nl",
        "admin, nl",
        "welcome, fr",
        "tasklist, fr",
        "cockpit, fr",
        "admin, fr"
    })
    void everyLabelHasItsTranslation(String app, String language) throws IOException {
        Map<String, String> english = shown(app);
        Map<String, String> own = labels(app, language);
        assertThat(own.keySet()).as("labels of %s", app).isEqualTo(english.keySet());

        List<String> wrong = new ArrayList<>();
        own.forEach((key, label) -> {
            String original = english.get(key);
            if (!placeholders(label).equals(placeholders(original))) {
                wrong.add(key + " has other placeholders: " + label);
            }
            if (label.equals(original) && !isTheSame(language, label)) {
                wrong.add(key + " is English: " + label);
            }
            if (label.contains("'")) {
                wrong.add(key + " has a typewriter's apostrophe: " + label);
            }
            if (language.equals("fr")
                    && SIGN_WITHOUT_BLANK
                            .matcher(NO_SENTENCE.matcher(label).replaceAll(""))
                            .find()) {
                wrong.add(key + " lacks the blank before a sign: " + label);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tasklist, nl", "cockpit, nl", "admin, nl", "tasklist, fr", "cockpit, fr", "admin, fr"})
    void datesAreWrittenInTheLanguage(String app, String language) throws IOException {
        JsonNode dates = read(app, language).path("dateLocales");
        assertThat(dates.path("months")).hasSize(12);
        assertThat(dates.path("weekdays")).hasSize(7);
        assertThat(dates.at("/week/dow").asInt()).as("Monday").isOne();
        assertThat(dates.at("/relativeTime").size()).isEqualTo(16);
        assertThat(dates.at("/longDateFormat/L").asText()).isEqualTo("DD/MM/YYYY");
    }

    @ParameterizedTest
    @CsvSource({"welcome", "tasklist", "cockpit", "admin"})
    void germanComesWithTheEngine(String app) throws IOException {
        assertThat(labels(app, "de").keySet()).isEqualTo(labels(app, "en").keySet());
    }

    /** All labels of the engine's English file, without those of the paid edition: none of this one's scripts name them. */
    private Map<String, String> shown(String app) throws IOException {
        Map<String, String> shown = new LinkedHashMap<>(labels(app, "en"));
        if (app.equals("cockpit")) {
            Set<String> named = words(APPS + "cockpit/camunda-cockpit-bootstrap.js");
            named.addAll(words("META-INF/resources/plugin/cockpit/app/plugin.js"));
            named.addAll(words("META-INF/resources/webjars/camunda/lib/deps.js"));
            shown.keySet().removeIf(key -> key.startsWith("PLGN_") && !named.contains(key));
        }
        return shown;
    }

    private static boolean isTheSame(String language, String label) {
        return IN_ALL.contains(label) || THE_SAME.get(language).contains(label);
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = json.convertValue(read(app, language).path("labels"), new TypeReference<>() {});
        assertThat(new TreeSet<>(labels.keySet())).isNotEmpty();
        return labels;
    }

    private JsonNode read(String app, String language) throws IOException {
        return json.readTree(text(APPS + app + "/locales/" + language + ".json").replace("\uFEFF", ""));
    }

    private static Set<String> words(String resource) throws IOException {
        Set<String> words = new HashSet<>();
        WORD.matcher(text(resource)).results().map(MatchResult::group).forEach(words::add);
        return words;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = WebappTextsTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
