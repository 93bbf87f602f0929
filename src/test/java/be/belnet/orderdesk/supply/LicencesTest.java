package be.belnet.orderdesk.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything in the jar has a licence that is known and allowed, and stands in the notices. */
class LicencesTest {
    private static final Path NOTICES = Path.of("THIRD-PARTY.md");

    /** Any of them, where a library leaves the choice. Libraries that we use unchanged, so weak copyleft is fine. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "OFL-1.1");

    /** Of libraries whose own words name no licence by its SPDX name, and where theirs is to be read. */
    private static final Map<String, String> READ_BY_HAND = Map.of(
            // liberation/LICENSE in the jar; of the rest of it nothing is used
            "com.github.librepdf:openpdf-fonts-extra",
            "OFL-1.1",
            // LICENSE.txt at the address that its pom.xml names
            "org.mnode.ical4j:ical4j",
            "BSD-3-Clause");

    private static Stream<Component> components() {
        return Sbom.read().components().stream();
    }

    @Test
    void licencesAreAllowed() {
        assertThat(components())
                .allSatisfy(component -> assertThat(licences(component)).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void listOfComponentsIsNotEmpty() {
        assertThat(components()).hasSizeGreaterThan(100);
        assertThat(components().map(Component::name))
                .contains("org.camunda.bpm:camunda-engine", "org.postgresql:postgresql")
                .noneMatch(name -> name.contains("junit") || name.contains("playwright"));
    }

    /** {@code ./mvnw test -Dtest=LicencesTest -Dorderdesk.notices=true} writes them anew. */
    @Test
    void noticesNameEveryComponentWithItsLicence() throws IOException {
        String notices = notices();
        if (Boolean.getBoolean("orderdesk.notices")) {
            Files.writeString(NOTICES, notices);
        }
        assertThat(Files.readString(NOTICES)).isEqualTo(notices);
    }

    @Test
    void jarCarriesNoticesAndLicence() {
        assertThat(Path.of("target/classes/META-INF/THIRD-PARTY.md")).exists().hasSameTextualContentAs(NOTICES);
        assertThat(Path.of("target/classes/META-INF/LICENSE")).exists().hasSameTextualContentAs(Path.of("LICENSE"));
    }

    private static String notices() {
        StringBuilder text = new StringBuilder("""
                # What Orderdesk consists of

                Libraries in the jar of Orderdesk, each unchanged and with its own licence and notices inside it, under `BOOT-INF/lib`. Where a
                library leaves the choice, all its licences are named. A test holds this list against the jar.

                | Library | Version | Licence |
                |---|---|---|
                """);
        components()
                .sorted(java.util.Comparator.comparing(Component::name))
                .forEach(component -> text.append("| %s | %s | %s |%n"
                        .formatted(component.name(), component.version(), String.join(", ", licences(component)))));
        return text.toString();
    }

    private static List<String> licences(Component component) {
        String byHand = READ_BY_HAND.get(component.name());
        return byHand == null ? component.licences() : List.of(byHand);
    }
}
