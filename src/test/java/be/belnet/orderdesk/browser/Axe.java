package be.belnet.orderdesk.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Looks for barriers in what a page shows, by the rules of axe-core. */
class Axe {
    private static final String RULES = rules();

    private static final String LOOK = """
            async ([parts, looks]) => {
              const found = await axe.run(parts.length ? { include: parts } : document, {
                resultTypes: ['violations'],
                rules: { 'target-size': { enabled: looks }, 'color-contrast': { enabled: looks } },
              });
              return found.violations.map(one => ({
                impact: one.impact,
                rule: one.id,
                words: one.help,
                places: one.nodes.map(node => node.target.join(' ') + ' – '
                    + node.any.concat(node.all, node.none).map(check => check.message).join('; ')),
              }));
            }""";

    /**
     * Something that hinders people.
     *
     * @param impact minor, moderate, serious or critical
     * @param rule axe-core's name of it
     */
    record Barrier(String impact, String rule, String words, List<String> places) {
        boolean isGrave() {
            return impact.equals("serious") || impact.equals("critical");
        }

        @Override
        public String toString() {
            return "%s, %s: %s%n    %s".formatted(impact, rule, words, String.join("%n    ".formatted(), places));
        }
    }

    /**
     * Looks at a whole page.
     *
     * @param looks whether colours and sizes count too, which are the same in all languages and take most of the time
     */
    List<Barrier> look(Page page, boolean looks) {
        return look(page, List.of(), looks);
    }

    /** Looks at parts of a page alone, colours and sizes included. */
    List<Barrier> look(Page page, String... selectors) {
        return look(page, List.of(selectors), true);
    }

    /** Has all pages that are opened from now on bring the rules along, which is faster than giving them to each. */
    static void prepare(BrowserContext window) {
        window.addInitScript(RULES);
    }

    private List<Barrier> look(Page page, List<String> selectors, boolean looks) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(RULES);
        }
        return ((List<?>) page.evaluate(LOOK, List.of(selectors, looks)))
                .stream().map(Axe::barrier).toList();
    }

    private static Barrier barrier(Object found) {
        Map<?, ?> one = (Map<?, ?>) found;
        return new Barrier(
                (String) one.get("impact"),
                (String) one.get("rule"),
                (String) one.get("words"),
                ((List<?>) one.get("places")).stream().map(String.class::cast).toList());
    }

    private static String rules() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
