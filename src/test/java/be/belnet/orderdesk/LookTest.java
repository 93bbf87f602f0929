package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours stand in one file, from which pages, webapps and mails have them. */
class LookTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path LOOK = RESOURCES.resolve("static/look.css");
    private static final Path WEBAPPS = RESOURCES.resolve("META-INF/resources/webjars/camunda/app");
    private static final Pattern NAME = Pattern.compile("(?m)^ +--([\\w-]+):");
    private static final Pattern USE = Pattern.compile("var\\(--([\\w-]+)");
    private static final Pattern PAIR = Pattern.compile("light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

    @ParameterizedTest
    @ValueSource(strings = {"desk.css", "domains.css", "webapps.css"})
    void whatAStyleSheetUsesStandsInTheLook(String sheet) throws IOException {
        String css = read(RESOURCES.resolve("static").resolve(sheet));
        Set<String> known = found(NAME, read(LOOK), 1);
        known.addAll(found(NAME, css, 1));
        known.add("turn");

        assertThat(known).containsAll(found(USE, css, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk.css", "domains.css"})
    void pagesHaveNoColoursOfTheirOwn(String sheet) throws IOException {
        assertThat(COLOUR.matcher(read(RESOURCES.resolve("static").resolve(sheet)))
                        .results())
                .isEmpty();
    }

    @Test
    void mailsHaveTheLightColours() throws IOException {
        Set<String> light = found(PAIR, read(LOOK), 1);

        assertThat(light)
                .hasSizeGreaterThan(15)
                .containsAll(found(COLOUR, read(RESOURCES.resolve("templates/mail/layout.html")), 0));
    }

    @Test
    void eachWebappHasTheLookAndItsScript() throws IOException {
        try (Stream<Path> apps = Files.list(WEBAPPS)) {
            assertThat(apps.toList()).hasSize(4).allSatisfy(app -> {
                assertThat(read(app.resolve("styles/user-styles.css")))
                        .startsWith("@import url(\"/look.css\");\n@import url(\"/webapps.css\");\n");
                assertThat(read(app.resolve("scripts/config.js"))).contains("from '/webapps.js';");
            });
        }
        assertThat(read(RESOURCES.resolve("static/webapps.js"))).contains("import '/look.js';");
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(one -> found.add(one.group(group)));
        return found;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
