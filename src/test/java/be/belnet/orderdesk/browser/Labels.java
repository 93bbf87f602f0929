package be.belnet.orderdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The labels of one of the engine's webapps in a language, to find out what a screen still says in English. Diagrams have the
 * words of their models.
 */
class Labels {
    private static final String VISIBLE = """
            () => {
              const said = new Set();
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                if (text.parentElement.checkVisibility() && !text.parentElement.closest('script, style, .djs-container')) {
                  said.add(text.nodeValue.trim().replace(/\\s+/g, ' '));
                }
              }
              for (const name of ['placeholder', 'title', 'aria-label', 'uib-tooltip']) {
                document.querySelectorAll(`[${name}]`).forEach(one => one.checkVisibility() && said.add(one.getAttribute(name).trim()));
              }
              return [...said].filter(text => text);
            }""";

    /** Names of the webapps, which no file of theirs reaches. */
    private static final Set<String> NAMES = Set.of("Admin", "Tasklist", "Cockpit", "Welcome");

    /** Written into a template, where no file of labels reaches. */
    private static final Set<String> WRITTEN_IN = Set.of("Toggle this section");

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private final Map<String, String> english;
    private final Map<String, String> own;

    /** @param language nl or fr */
    Labels(String app, String language) {
        english = read(app, "en");
        own = read(app, language);
    }

    String of(String key) {
        return own.get(key);
    }

    /**
     * Fails where the page goes on saying something in English that has a translation, or showing a label's key; the webapp
     * draws its frame while the labels are still on their way.
     */
    void assertSpoken(Page page, String screen) {
        await().untilAsserted(() ->
                assertThat(left(page)).as("not translated on %s", screen).isEmpty());
    }

    private List<String> left(Page page) {
        List<?> said = (List<?>) page.evaluate(VISIBLE);
        return said.stream().map(String::valueOf).filter(this::isLeft).toList();
    }

    private boolean isLeft(String text) {
        if (KEY.matcher(text).matches() && english.containsKey(text)) {
            return true;
        }
        return !NAMES.contains(text)
                && !WRITTEN_IN.contains(text)
                && !own.containsValue(text)
                && english.entrySet().stream()
                        .anyMatch(label -> label.getValue().strip().equals(text)
                                && !label.getValue().equals(own.get(label.getKey())));
    }

    private static Map<String, String> read(String app, String language) {
        String file = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream in = Labels.class.getClassLoader().getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            ObjectMapper json = new ObjectMapper();
            return json.convertValue(json.readTree(text).path("labels"), new TypeReference<>() {});
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
