package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor prints the checklist, and changes nothing. */
class DoctorTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void answersToHisName() {
        assertThat(Doctor.isAskedFor("doctor")).isTrue();
        assertThat(Doctor.isAskedFor("--spring.config.name=x", "--doctor")).isTrue();
        assertThat(Doctor.isAskedFor()).isFalse();
        assertThat(Doctor.isAskedFor("--spring.profiles.active=doctor")).isFalse();
    }

    @Test
    void everyDemandIsPrintedWithWhereItComesFromAndWhatToDo(@TempDir Path folder) throws Exception {
        Path secret = Files.createDirectory(folder.resolve("secrets")).resolve("orderdesk.follow.secret");
        Files.writeString(secret, "marker of a secret that is long enough");
        Path log = folder.resolve("doctor.txt");

        Process doctor = Program.start(
                Map.of(
                        "ORDERDESK_SECRETS", secret.getParent().toString(),
                        "SPRING_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("nothing"),
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", "9",
                        "SERVER_PORT", "9"),
                log,
                "doctor",
                "--orderdesk.address=https://orderdesk.example");

        assertThat(doctor.waitFor()).isOne();
        assertThat(Files.readString(log))
                .contains("Settings", "Program", "Database", "Running node", "Outside", "Not fit for production")
                .contains("ok      orderdesk.address (command line)")
                .contains("MISSING orderdesk.feedback.secret (as shipped in application.yaml, line")
                .contains("      set a random secret of 32 characters or more")
                .contains("MISSING spring.datasource.url (environment, SPRING_DATASOURCE_URL)")
                .contains("MISSING member of camunda-admin (IllegalStateException)")
                .contains("-       header Referrer-Policy (no node answers here)")
                .contains("-       authorisation (by each node at its start)")
                .contains("ok      version of Tomcat (10.1.")
                .contains("orderdesk.follow.secret (file " + secret)
                .doesNotContain("marker", "\u001B");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("makes no database").containsExactlyInAnyOrder(secret.getParent(), log);
        }
    }

    @Test
    void aNodeRefusesToStartAndQuotesNoSecret(@TempDir Path folder) throws Exception {
        Map<String, String> environment = new HashMap<>();
        Settings.ofAnOperator()
                .forEach((name, value) ->
                        environment.put(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        environment.put("SPRING_PROFILES_ACTIVE", "production");
        environment.put("ORDERDESK_ADDRESS", "http://orderdesk.example");
        environment.put("ORDERDESK_FOLLOW_SECRET", "marker, too short");
        Path log = folder.resolve("node.txt");

        assertThat(Program.start(environment, log).waitFor()).isOne();

        assertThat(Files.readString(log))
                .contains("APPLICATION FAILED TO START", "Not fit for production:")
                .contains(
                        "- orderdesk.address (environment, ORDERDESK_ADDRESS): set the https address that people type")
                .contains("- orderdesk.follow.secret (environment, ORDERDESK_FOLLOW_SECRET): set a random secret of 32")
                .contains("doctor")
                .doesNotContain("marker", "HikariPool");
    }

    @Test
    void terminalHasSignsAndColours() {
        var demand = new Demand(Moment.SETTINGS, "orderdesk.address", "set it", where -> Seen.fit("not used"));
        boolean fit = new Report(out, true)
                .print(List.of(
                        new Finding(demand, Seen.fit("environment")), new Finding(demand, Seen.unfit("not set"))));

        assertThat(fit).isFalse();
        assertThat(printed())
                .contains("\u001B[32m✔\u001B[0m orderdesk.address (environment)")
                .contains("\u001B[31m✘\u001B[0m orderdesk.address (not set)")
                .contains("1 of 2 are missing");
    }

    @Test
    void nothingMissingIsFit() {
        var demand = new Demand(Moment.NODE, "header", "set it", where -> Seen.fit("not used"));
        assertThat(new Report(out, false)
                        .print(List.of(
                                new Finding(demand, Seen.fit("here")),
                                new Finding(demand, Seen.notLookedAt("no node")))))
                .isTrue();
        assertThat(printed()).contains("Fit for production");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
