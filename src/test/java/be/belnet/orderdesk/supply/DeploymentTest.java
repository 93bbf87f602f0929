package be.belnet.orderdesk.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** Units, container and compose file name settings and files that exist. */
class DeploymentTest {
    private static final Path UNITS = Path.of("deploy/systemd");
    private static final Path CONTAINERFILE = Path.of("Containerfile");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\s*([A-Z][A-Z0-9_]+)\\s*[=:]");
    private static final Pattern MOUNT = Pattern.compile("source: \\./([\\w./-]+),");

    /** Of the machinery around Orderdesk, or settings that application.yaml leaves unset. */
    private static final Set<String> OTHERS = Set.of(
            "SPRING_PROFILES_ACTIVE",
            "SPRING_FLYWAY_USER",
            "SPRING_FLYWAY_PASSWORD",
            "ORDERDESK_OPENSTACK_CREDENTIALS_APPLICATIONCREDENTIALID",
            "ORDERDESK_OPENSTACK_CREDENTIALS_APPLICATIONCREDENTIALSECRET",
            "POSTGRES_DB",
            "CMD");

    @ParameterizedTest
    @ValueSource(strings = {"deploy/orderdesk.env.example", "compose.yaml"})
    void everyVariableIsASetting(Path file) throws IOException {
        Set<String> variables = VARIABLE.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !OTHERS.contains(name))
                .collect(Collectors.toSet());
        assertThat(variables).isNotEmpty();
        assertThat(settingsAsVariables()).containsAll(variables);
    }

    @Test
    void unitsHandOverExactlyTheSecrets() throws IOException {
        Set<String> credentials = lines(unit("orderdesk@.service"))
                .filter(line -> line.startsWith("LoadCredential="))
                .map(line -> line.substring("LoadCredential=".length()))
                .collect(Collectors.toSet());
        assertThat(credentials).containsExactlyInAnyOrderElementsOf(secretsOfTheChecklist());
    }

    /** What keeps a node in keeps the doctor in; what a node has the doctor has. */
    @Test
    void bothUnitsAreAlikeInWhatTheyMayAndHave() throws IOException {
        assertThat(shared(unit("orderdesk-doctor.service"))).isNotEmpty().isEqualTo(shared(unit("orderdesk@.service")));
    }

    @Test
    void unitsStartTheJarThatIsBuilt() throws IOException {
        assertThat(Files.readString(unit("orderdesk@.service"))).contains("-jar /opt/orderdesk/orderdesk.jar\n");
        assertThat(Files.readString(unit("orderdesk-doctor.service")))
                .contains("-jar /opt/orderdesk/orderdesk.jar doctor\n");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>orderdesk</finalName>");
    }

    /** Java takes an archive only with the very path of the jar that it was made with. */
    @Test
    void archiveIsMadeOfWhatIsStarted() throws IOException {
        String steps = Files.readString(Path.of("docs/cluster.md"));
        assertThat(steps)
                .contains("extract --destination /opt/orderdesk\n")
                .contains("-XX:ArchiveClassesAtExit=/opt/orderdesk/orderdesk.jsa ")
                .contains("-jar /opt/orderdesk/orderdesk.jar --spring");
        for (String unit : List.of("orderdesk@.service", "orderdesk-doctor.service")) {
            assertThat(Files.readString(unit(unit))).contains("-XX:SharedArchiveFile=/opt/orderdesk/orderdesk.jsa ");
        }
        assertThat(Files.readAllLines(CONTAINERFILE))
                .anyMatch(line -> line.startsWith("RUN ")
                        && line.contains("\"-XX:ArchiveClassesAtExit=orderdesk.jsa\"")
                        && line.contains("\"-jar\", \"orderdesk.jar\", \"--spring"))
                .anyMatch(line -> line.startsWith("ENTRYPOINT ")
                        && line.contains("\"-XX:SharedArchiveFile=orderdesk.jsa\"")
                        && line.endsWith("\"-jar\", \"orderdesk.jar\"]"));
    }

    @Test
    void unitsAreSoundAndHardlyExposed(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze here");
        Path node = Files.copy(unit("orderdesk@.service"), folder.resolve("orderdesk@node1.service"));
        Path doctor = Files.copy(unit("orderdesk-doctor.service"), folder.resolve("orderdesk-doctor.service"));
        for (Path unit : List.of(node, doctor)) {
            assertThat(said(
                            "systemd-analyze",
                            "security",
                            "--no-pager",
                            "--offline=true",
                            "--threshold=20",
                            unit.toString()))
                    .as("exposure of at most 2.0")
                    .containsPattern("Overall exposure level for .*: [01]\\.\\d|: 2\\.0");
        }
    }

    @Test
    void containerIsBuiltOfTheJarAlone() throws IOException {
        String containerfile = Files.readString(CONTAINERFILE);
        assertThat(containerfile)
                .contains("COPY target/orderdesk.jar ")
                .contains("extract\", \"--layers\"")
                .contains("\"-jar\", \"orderdesk.jar\"]")
                .containsPattern("(?m)^USER [1-9]\\d*:[1-9]\\d*$")
                .containsPattern("(?m)^HEALTHCHECK .*/actuator/health/readiness")
                .containsPattern("(?m)^ENTRYPOINT \\[")
                .doesNotContain("apt-get", "curl ", "wget ", "ADD ");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!target/orderdesk.jar");
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains("port: 8081", "port: 8080");
    }

    @Test
    void composeUsesItAndNamesFilesThatExist() throws IOException {
        String compose = Files.readString(Path.of("compose.yaml"));
        assertThat(compose).contains("dockerfile: Containerfile", "read_only: true", "no-new-privileges:true");
        assertThat(MOUNT.matcher(compose).results().map(mount -> mount.group(1)))
                .filteredOn(file -> !file.startsWith("deploy/tls/"))
                .isNotEmpty()
                .allMatch(file -> Files.exists(Path.of(file)));
        assertThat(compose).contains("env_file: deploy/orderdesk.env\n", "env_file: deploy/database.env\n");
        assertThat(Path.of("deploy/orderdesk.env.example")).exists();
        assertThat(Path.of("deploy/database.env.example")).exists();
        assertThat(Files.readAllLines(Path.of(".gitignore")))
                .contains("deploy/orderdesk.env", "deploy/database.env", "deploy/tls/");
    }

    private static List<String> shared(Path unit) throws IOException {
        return lines(unit)
                .filter(line -> line.matches(
                        "(DynamicUser|Environment|EnvironmentFile|LoadCredential|[A-Z]\\w*BoundingSet|NoNew\\w+|Keyring\\w+|Lock\\w+"
                                + "|Private\\w+|Protect\\w+|Restrict[A-Z]\\w+|SystemCall\\w+|UMask)=.*"))
                .filter(line -> !line.contains("%i"))
                .toList();
    }

    private static Set<String> settingsAsVariables() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("application.yaml", "application-production.yaml")) {
            var yaml = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                    .load(file, new FileSystemResource("src/main/resources/" + file))
                    .get(0);
            Arrays.stream(yaml.getPropertyNames())
                    .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT))
                    .forEach(names::add);
        }
        return names;
    }

    private static List<String> secretsOfTheChecklist() throws IOException {
        return Pattern.compile("secret\\(\\s*\"([\\w.-]+)\"")
                .matcher(Files.readString(Path.of("src/main/java/be/belnet/orderdesk/production/SettingDemands.java")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return said;
    }

    private static Path unit(String name) {
        return UNITS.resolve(name);
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream();
    }
}
