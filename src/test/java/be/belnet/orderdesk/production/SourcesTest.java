package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** Secrets come from the environment or from files that others cannot read. */
class SourcesTest {
    private static final String SECRET = "orderdesk.follow.secret";
    private static final String VALUE = "marker of a secret that is long enough";

    @TempDir
    Path folder;

    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void othersGetThrough() throws IOException {
        folder = Files.createDirectory(folder.resolve("config"));
        allow(folder, "rwxr-xr-x");
        allow(folder.getParent(), "rwxr-xr-x");
        ConfigurationPropertySources.attach(environment);
    }

    @Test
    void environmentIsFit() {
        from(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of("ORDERDESK_FOLLOW_SECRET", VALUE)));
        expect(Seen.State.FIT, "environment, ORDERDESK_FOLLOW_SECRET");
    }

    @Test
    void commandLineIsNot() {
        from(new SimpleCommandLinePropertySource("--" + SECRET + "=" + VALUE));
        expect(Seen.State.UNFIT, "command line, which everybody on the machine can see");
    }

    @Test
    void systemPropertyIsNot() {
        from(new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, Map.of(SECRET, VALUE)));
        expect(Seen.State.UNFIT, "command line, which everybody on the machine can see");
    }

    @Test
    void whatIsShippedIsNot() throws IOException {
        from(new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .get(0));
        expect(Seen.State.UNFIT, "as shipped in application.yaml");
    }

    @Test
    void fileThatOthersReadIsNot() throws IOException {
        Path file = yaml(VALUE);
        allow(file, "rw-r--r--");
        expect(Seen.State.UNFIT, file + ", line 3, which others on the machine can read");
    }

    @Test
    void fileOfItsOwnIsFit() throws IOException {
        allow(yaml(VALUE), "rw-r-----");
        expect(Seen.State.FIT, "application.yaml, line 3");
    }

    @Test
    void fileInAFolderOfItsOwnIsFit() throws IOException {
        allow(yaml(VALUE), "rw-r--r--");
        allow(folder, "rwxr-x---");
        expect(Seen.State.FIT, "application.yaml");
    }

    @Test
    void fileThatNamesAnEnvironmentVariableIsFit() throws IOException {
        allow(yaml("${FOLLOW_SECRET}"), "rw-r--r--");
        expect(Seen.State.FIT, "application.yaml");
    }

    @Test
    void fileThatHasAValueBesideTheVariableIsNot() throws IOException {
        allow(yaml("${FOLLOW_SECRET:" + VALUE + "}"), "rw-r--r--");
        expect(Seen.State.UNFIT, "which others on the machine can read");
    }

    @Test
    void folderOfSecretsIsFitUnlessOthersReadIt() throws IOException {
        Path file = Files.writeString(folder.resolve(SECRET), VALUE + "\n");
        allow(file, "r--------");
        from(new ConfigTreePropertySource("secrets", folder));
        expect(Seen.State.FIT, "file " + file.toRealPath());

        allow(file, "r--r--r--");
        expect(Seen.State.UNFIT, "which others on the machine can read");
    }

    @Test
    void whatIsNotSetIsNot() {
        expect(Seen.State.UNFIT, "not set");
    }

    private Path yaml(String value) throws IOException {
        Path file = Files.writeString(
                folder.resolve("application.yaml"), "orderdesk:\n  follow:\n    secret: '%s'\n".formatted(value));
        from(new YamlPropertySourceLoader()
                .load("file", new FileSystemResource(file))
                .get(0));
        return file;
    }

    private void from(PropertySource<?> source) {
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(source);
    }

    private void expect(Seen.State state, String where) {
        Seen seen = Sources.ofSecret(Surroundings.of(environment), SECRET);
        assertThat(seen.where()).contains(where).doesNotContain(VALUE);
        assertThat(seen.state()).isEqualTo(state);
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
