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

    /** What of the webapps would be hard to read with dark colours, which turn the light ones round as webapps.css says. */
    private static final String TURNED = """
            async parts => {
              const found = await axe.run({ include: parts },
                  { runOnly: ['color-contrast'], resultTypes: ['passes', 'violations'] });
              const turned = colour => {
                const [r, g, b] = [1, 3, 5].map(at => 0.92 * 255 - 0.84 * parseInt(colour.slice(at, at + 2), 16));
                return [-0.574 * r + 1.430 * g + 0.144 * b, 0.426 * r + 0.430 * g + 0.144 * b,
                  0.426 * r + 1.430 * g - 0.856 * b].map(part => Math.min(255, Math.max(0, part)) / 255);
              };
              const luminance = colour => turned(colour)
                  .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
              const contrast = (one, other) => {
                const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                return (light + 0.05) / (dark + 0.05);
              };
              const seen = [...found.passes, ...found.violations].flatMap(one => one.nodes)
                  .flatMap(node => node.any.map(check => ({ place: node.target.join(' '), ...check.data })))
                  .filter(one => one.fgColor && one.bgColor);
              return {
                seen: seen.length,
                hard: seen.filter(one => contrast(one.fgColor, one.bgColor) < parseFloat(one.expectedContrastRatio))
                    .map(one => one.place + ': ' + one.fgColor + ' on ' + one.bgColor + ' becomes '
                        + contrast(one.fgColor, one.bgColor).toFixed(2)),
              };
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

    /** Words in parts of a webapp that would be hard to read with dark colours; fails where it sees no words at all. */
    List<String> hardToReadInTheDark(Page page, String... selectors) {
        withRules(page);
        Map<?, ?> found = (Map<?, ?>) page.evaluate(TURNED, List.of(selectors));
        if (((Number) found.get("seen")).intValue() == 0) {
            throw new AssertionError("Nothing to read in " + List.of(selectors));
        }
        return ((List<?>) found.get("hard")).stream().map(String.class::cast).toList();
    }

    /** Has all pages that are opened from now on bring the rules along, which is faster than giving them to each. */
    static void prepare(BrowserContext window) {
        window.addInitScript(RULES);
    }

    private static void withRules(Page page) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(RULES);
        }
    }

    private List<Barrier> look(Page page, List<String> selectors, boolean looks) {
        withRules(page);
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
