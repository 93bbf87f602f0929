package be.belnet.orderdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;

/** The machine's nginx before nodes, with the rules that production has. */
public final class Proxy implements AutoCloseable {
    private static final Path RULES = Path.of("deploy", "nginx", "proxy.conf");
    private static final Path FOLDER = Path.of("target", "cluster", "nginx");

    private final int port;
    private final Process process;

    private Proxy(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Where nginx is on this machine; empty when it is not installed. */
    public static Optional<Path> nginx() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Proxy before(List<Integer> nodes) {
        int port = TestSocketUtils.findAvailableTcpPort();
        try {
            Files.createDirectories(FOLDER);
            Path file = Files.writeString(FOLDER.resolve("nginx.conf"), configuration(port, nodes));
            var process = new ProcessBuilder(
                            nginx().orElseThrow().toString(),
                            "-p",
                            absolute(FOLDER),
                            "-c",
                            absolute(file),
                            "-e",
                            "error.log")
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("output.log").toFile())
                    .start();
            return new Proxy(port, process).untilItListens();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String configuration(int port, List<Integer> nodes) {
        String servers = nodes.stream()
                .map(node -> "server 127.0.0.1:%d fail_timeout=5s;".formatted(node))
                .collect(Collectors.joining("\n        "));
        return """
                daemon off;
                %spid nginx.pid;
                worker_processes 1;
                events {}
                http {
                    access_log access.log;
                    client_body_temp_path bodies;
                    proxy_temp_path answers;
                    fastcgi_temp_path unused-fastcgi;
                    uwsgi_temp_path unused-uwsgi;
                    scgi_temp_path unused-scgi;
                    upstream orderdesk {
                        %s
                        keepalive 16;
                    }
                    server {
                        listen 127.0.0.1:%d;
                        include %s;
                    }
                }
                """.formatted(asRoot() ? "user root;\n" : "", servers, port, absolute(RULES));
    }

    private Proxy untilItListens() {
        Awaitility.await("nginx, see " + FOLDER).atMost(Duration.ofSeconds(20)).until(() -> {
            assertThat(process.isAlive()).as("nginx runs, see " + FOLDER).isTrue();
            return isListening();
        });
        return this;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
