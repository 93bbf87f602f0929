package be.belnet.orderdesk.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.belnet.orderdesk.dns.DcvChallenge.DnsRecord;
import be.belnet.orderdesk.dns.DcvChallenge.RecordType;
import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import be.belnet.orderdesk.dns.DnsProperties.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;

/** Names, addresses and words. */
class DnsValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "be",
                "192.0.2.1",
                "a b.example",
                "x..example",
                "-x.example",
                "x.example/",
                "x.example:80",
                "[::1]",
                "x@y.example",
                "x.example\r\nHost: y",
                "xn--.1"
            })
    void nonsenseIsNoDomainName(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of(written));
    }

    @Test
    void longNamesAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of("x".repeat(64) + ".example"));
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of("x.".repeat(130) + "example"));
    }

    @Test
    void nameIsAsDnsHasIt() {
        assertThat(DomainName.of(" Hoch-Schule.Example. ").text()).isEqualTo("hoch-schule.example");
        assertThat(DomainName.of("universität.example").text()).isEqualTo("xn--universitt-y5a.example");
    }

    @Test
    void climbingEndsAtTheTop() {
        assertThat(DomainName.of("a.b.example").climbing(1)).containsExactly("a.b.example", "b.example", "example");
        assertThat(DomainName.of("a.b.example").climbing(2)).containsExactly("a.b.example", "b.example");
    }

    @Test
    void challengesRefuseWhatNoCaAsks() {
        var domain = DomainName.of("nsol.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsRecord(domain, RecordType.TXT, DomainName.of("_x.other.example"), "token"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsRecord(domain, RecordType.TXT, DomainName.of("_x.nsol.example"), " "));
        for (var path : List.of("/", "/.well-known/pki-validation/", "/.well-known/pki-validation/../x", "/x y")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WebFile(domain, false, path, "content"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.31.255.255",
                "100.127.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.2.1",
                "198.19.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001::1",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1"
            })
    void addressIsNotPublic(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "172.15.255.255",
                "172.0.0.1",
                "100.63.255.255",
                "11.0.0.1",
                "198.20.0.1",
                "169.253.1.1",
                "223.255.255.1",
                "100.128.0.1",
                "193.190.198.1",
                "2001:6a8:3c80::1",
                "2a02:2c40::1",
                "::ffff:8.8.8.8"
            })
    void addressIsPublic(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void resolversAreAddressesWithOrWithoutAPort() {
        assertThat(new DnsProperties(
                                List.of("192.0.2.53", "127.0.0.1:3053", "[2001:db8::53]", "[2001:db8::53]:54"),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofHours(1),
                                new Web(false, 80, 443, DataSize.ofKilobytes(1)))
                        .servers())
                .containsExactly(
                        new InetSocketAddress("192.0.2.53", 53),
                        new InetSocketAddress("127.0.0.1", 3053),
                        new InetSocketAddress("2001:db8::53", 53),
                        new InetSocketAddress("2001:db8::53", 54));
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void everyFindingHasItsWords(FindingKind kind) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/dns");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var finding = new Finding(kind, "AT", "SEEN", "EXPECTED");
        var english = messages.getMessage(finding, Locale.ENGLISH);

        assertThat(english).contains("AT");
        for (var language : List.of("nl", "fr", "de")) {
            assertThat(messages.getMessage(finding, Locale.forLanguageTag(language)))
                    .isNotEqualTo(english)
                    .contains("AT")
                    .doesNotContain("{");
        }
    }

    @Test
    void whatStrangersWroteIsOneShortLine() {
        var finding = new Finding(FindingKind.WRONG_VALUE, "at", "a\r\nb\u202Ec" + "x".repeat(500), "");

        assertThat(finding.seen()).startsWith("a b cx").hasSize(201);
    }
}
