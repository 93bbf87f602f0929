package be.belnet.orderdesk.dns;

import static be.belnet.orderdesk.dns.FindingKind.ADDRESS_NOT_PUBLIC;
import static be.belnet.orderdesk.dns.FindingKind.CAA_FORBIDS;
import static be.belnet.orderdesk.dns.FindingKind.DNSSEC_FAILURE;
import static be.belnet.orderdesk.dns.FindingKind.FILE_MISSING;
import static be.belnet.orderdesk.dns.FindingKind.PUBLISHED;
import static be.belnet.orderdesk.dns.FindingKind.REDIRECTED;
import static be.belnet.orderdesk.dns.FindingKind.REDIRECTED_ELSEWHERE;
import static be.belnet.orderdesk.dns.FindingKind.SITE_UNREACHABLE;
import static be.belnet.orderdesk.dns.FindingKind.WRONG_CONTENT;
import static be.belnet.orderdesk.dns.LookWorld.CA;
import static be.belnet.orderdesk.dns.LookWorld.PATH;
import static be.belnet.orderdesk.dns.LookWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each finding about a file on a web site. */
class FileLookUpTest {
    private static final String JSON_CONTENT = LookWorld.CONTENT.replace("\n", "\\n");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static LookWorld world;

    @BeforeAll
    static void start() {
        world = LookWorld.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void newWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void fileIsPublished() {
        world.putFile("nsol.example", "content", JSON_CONTENT);

        assertFound(world.look(file("nsol.example")), true, PUBLISHED);
    }

    @Test
    void endsOfLinesDoNotMatter() {
        world.putFile("nsol.example", "content", JSON_CONTENT.replace("\\n", "\\r\\n") + "\\r\\n");

        assertFound(world.look(file("nsol.example")), true, PUBLISHED);
    }

    @Test
    void fileIsMissing() {
        var report = world.look(file("nsol.example"));

        assertFound(report, false, FILE_MISSING);
        assertThat(report.findings().get(0).seen()).isEqualTo("404");
    }

    @Test
    void contentIsWrong() {
        world.putFile("nsol.example", "content", "something else");
        var report = world.look(file("nsol.example"));

        assertFound(report, false, WRONG_CONTENT);
        assertThat(report.findings().get(0).seen()).isEqualTo("something else");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void siteWithoutEndIsReadNoFurtherThanTheLimit() throws IOException {
        try (var site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerWithoutEnd(site));
            var report = visit(site, PATIENCE);

            assertFound(report, false, WRONG_CONTENT);
            assertThat(report.findings().get(0).seen()).hasSize(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/x.txt",
                "//other.example/x.txt",
                "http://nsol.example:8081/x.txt",
                "http://user@nsol.example/x.txt",
                "http://127.0.0.1/x.txt",
                "ftp://nsol.example/x.txt",
                "http://[broken"
            })
    void redirectsElsewhereAreNotFollowed(String location) {
        world.putFile("nsol.example", "location", location);
        var report = world.look(file("nsol.example"));

        assertFound(report, false, REDIRECTED_ELSEWHERE);
        assertThat(report.findings().get(0).seen()).isEqualTo(location);
    }

    @Test
    void redirectsOnTheSameHostAreFollowedWithAHint() {
        world.putFile("nsol.example", "location", "/.well-known/pki-validation/other.txt");
        assertFound(world.look(file("nsol.example")), false, FILE_MISSING, REDIRECTED);

        world.sandbox()
                .put(
                        "/api/dns/files",
                        "{\"host\":\"nsol.example\",\"path\":\"/.well-known/pki-validation/other.txt\",\"content\":\"%s\"}"
                                .formatted(JSON_CONTENT));
        assertFound(world.look(file("nsol.example")), true, PUBLISHED, REDIRECTED);
    }

    @Test
    void redirectsThatGoRoundEnd() {
        world.putFile("nsol.example", "location", "http://nsol.example" + PATH);

        assertFound(world.look(file("nsol.example")), false, REDIRECTED_ELSEWHERE);
    }

    @Test
    void onlyPublicAddressesAreVisited() throws IOException {
        world.putFile("nsol.example", "content", JSON_CONTENT);
        try (var site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            site.setSoTimeout(300);
            var report = world.lookUp(PATIENCE, world.resolver(), world.web(false, site.getLocalPort(), 443))
                    .look(file("nsol.example"), CA, false);

            assertFound(report, false, ADDRESS_NOT_PUBLIC);
            assertThat(report.findings().get(0).seen()).isEqualTo("127.0.0.1");
            assertThatThrownBy(site::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnough() {
        world.publish("mixed.example", "A", 300, "8.8.8.8");
        world.publish("mixed.example", "A", 300, "10.1.2.3");
        var report = world.lookUp(PATIENCE, world.resolver(), world.web(false)).look(file("mixed.example"), CA, false);

        assertFound(report, false, ADDRESS_NOT_PUBLIC);
        assertThat(report.findings().get(0).seen()).isEqualTo("10.1.2.3");
    }

    @Test
    void hostWithoutAddressOrServerIsUnreachable() {
        assertFound(world.look(file("nobody.example")), false, SITE_UNREACHABLE);
        var nobody = world.lookUp(PATIENCE, world.resolver(), world.web(true, 1, 443));
        assertFound(nobody.look(file("nsol.example"), CA, false), false, SITE_UNREACHABLE);
    }

    @Test
    void failingSignaturesHideTheHost() {
        assertFound(world.look(file("dnssec-failure.example")), false, DNSSEC_FAILURE);
    }

    @Test
    void caaIsLookedAtForFilesToo() {
        world.putFile("nsol.example", "content", JSON_CONTENT);
        world.publish("nsol.example", "CAA", 300, "0 issue \\\"harica.gr\\\"");

        assertFound(world.look(file("nsol.example")), false, CAA_FORBIDS, PUBLISHED);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void siteThatDripsIsLeftWhenOurPatienceEnds() throws IOException {
        try (var site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> drip(site));
            var begun = Instant.now();
            var report = visit(site, Duration.ofMillis(1200));

            assertThat(report.findings()).extracting(Finding::kind).contains(SITE_UNREACHABLE);
            assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        }
    }

    @Test
    void encryptedSiteIsVisitedWhateverItsCertificate(@TempDir Path directory) throws Exception {
        try (var site = encrypted(directory).getServerSocketFactory().createServerSocket(0)) {
            CompletableFuture.runAsync(() -> answerOnce(site, LookWorld.CONTENT));
            var wanted = new WebFile(DomainName.of("nsol.example"), true, PATH, LookWorld.CONTENT);
            var lookUp = world.lookUp(PATIENCE, world.resolver(), world.web(true, 1, site.getLocalPort()));

            assertFound(lookUp.look(wanted, CA, false), true, PUBLISHED);
        }
    }

    private static DcvReport visit(ServerSocket site, Duration patience) {
        return world.lookUp(patience, world.resolver(), world.web(true, site.getLocalPort(), 443))
                .look(file("nsol.example"), CA, false);
    }

    private static void answerWithoutEnd(ServerSocket site) {
        try (var visitor = site.accept()) {
            visitor.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                visitor.getOutputStream().write("x".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException visitorLeft) {
            throw new UncheckedIOException(visitorLeft);
        }
    }

    private static void drip(ServerSocket site) {
        try (var visitor = site.accept()) {
            while (true) {
                visitor.getOutputStream().write('H');
                visitor.getOutputStream().flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException visitorLeft) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answerOnce(ServerSocket site, String content) {
        try (Socket visitor = site.accept()) {
            visitor.getInputStream().read(new byte[2000]);
            visitor.getOutputStream().write(("HTTP/1.1 200 OK\r\n\r\n" + content).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a certificate of another name that nobody has signed. */
    private static SSLContext encrypted(Path directory) throws Exception {
        var file = directory.resolve("site.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=old.example",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-storetype",
                        "PKCS12")
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void assertFound(DcvReport report, boolean ready, FindingKind... kinds) {
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kinds);
        assertThat(report.ready()).isEqualTo(ready);
    }
}
