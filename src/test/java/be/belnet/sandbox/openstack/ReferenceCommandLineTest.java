package be.belnet.sandbox.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** OpenStack's own command line takes the sandbox for a cloud. Runs where that command line is installed. */
@EnabledIf("installed")
class ReferenceCommandLineTest {
    private static final String COMMAND = "openstack";

    private static SandboxRunner sandbox;

    @TempDir
    Path files;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start("--sandbox.openstack.build-time=300ms", "--sandbox.openstack.delete-time=0s");
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    static boolean installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMMAND)));
    }

    @Test
    void serverIsMadeShownAndRemoved() throws Exception {
        assertThat(openstack("port create --network bams-net mx -f value -c fixed_ips"))
                .contains("192.0.2.10");
        var mode = Files.writeString(files.resolve("mode"), "config system global\n");

        openstack("--os-compute-api-version 2.56 server create --image fortimail-7.6 --flavor bams-2 --port mx"
                + " --config-drive True --file mode=" + mode + " --tag bams:BAMS-2026-00042 mx");

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> openstack("server show mx -f value -c status"), "ACTIVE"::equals);
        assertThat(openstack("server show mx -f value -c addresses")).contains("bams-net", "192.0.2.10");
        assertThat(openstack("--os-compute-api-version 2.56 server list --tags bams:BAMS-2026-00042 -f value -c Name"))
                .isEqualTo("mx");
        openstack("server delete --wait mx");
        openstack("port delete mx");
        assertThat(openstack("port list -f value")).isEmpty();
    }

    private String openstack(String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of(arguments.split(" ")));
        var process = new ProcessBuilder(command)
                .redirectError(files.resolve("errors").toFile());
        process.environment()
                .putAll(Map.of(
                        "OS_AUTH_URL", sandbox.address() + "/openstack/identity/v3",
                        "OS_IDENTITY_API_VERSION", "3",
                        "OS_USERNAME", "orderdesk",
                        "OS_PASSWORD", "secret",
                        "OS_PROJECT_NAME", "bams",
                        "OS_USER_DOMAIN_NAME", "Default",
                        "OS_PROJECT_DOMAIN_NAME", "Default"));
        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes()).strip();
        assertThat(running.waitFor())
                .as(arguments + ": " + Files.readString(files.resolve("errors")))
                .isZero();
        return output;
    }
}
