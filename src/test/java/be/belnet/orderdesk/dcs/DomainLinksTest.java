package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.PaperworkSlice.MovableClock;
import be.belnet.orderdesk.dcs.DomainLinks.Pass;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who holds a link, and who only says so. */
class DomainLinksTest {
    private static final String FILE = "DCS-2026-00007";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final MovableClock clock = new MovableClock();
    private final DomainLinks links = links(SECRET);

    @Test
    void linkLeadsToItsFileUntilItExpires() {
        var link = links.to(FILE);
        assertThat(link.address()).startsWith("https://orderdesk.example/domains/");
        assertThat(link.until()).isEqualTo("2027-02-28");
        assertThat(links.check(token())).contains(new Pass(FILE, false));

        String token = token();
        clock.forward(Duration.ofDays(90).minusSeconds(1));
        assertThat(links.check(token)).contains(new Pass(FILE, false));
        clock.forward(Duration.ofSeconds(1));
        assertThat(links.check(token)).contains(new Pass(FILE, true));
    }

    @Test
    void everyByteCounts() {
        byte[] whole = Base64.getUrlDecoder().decode(token());
        for (int place = 0; place < whole.length; place++) {
            byte[] forged = whole.clone();
            forged[place] ^= 1;
            assertThat(links.check(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .isEmpty();
        }
    }

    @Test
    void tokenIsWrittenInOneWay() {
        String token = token();
        assertThat(Base64.getUrlDecoder().decode(token).length % 3)
                .as("the last sign has bits to spare")
                .isNotZero();
        String other = token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) + 1);
        assertThat(Base64.getUrlDecoder().decode(other))
                .isEqualTo(Base64.getUrlDecoder().decode(token));
        assertThat(links.check(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DCS-2026-00007", "../../orders", "*******************************************************"})
    void nonsenseIsNoToken(String token) {
        assertThat(links.check(token)).isEmpty();
    }

    @Test
    void anotherSecretVoidsLinks() {
        assertThat(links("fedcba9876543210fedcba9876543210").check(token())).isEmpty();
    }

    @Test
    void linksAndSecretsDoNotPrintThemselves() {
        assertThat(links.to(FILE)).hasToString("Link[until=2027-02-28]");
        assertThat(properties(SECRET).toString()).doesNotContain(SECRET);
    }

    private String token() {
        return links.to(FILE).address().replaceFirst(".*/", "");
    }

    private DomainLinks links(String secret) {
        return new DomainLinks(properties(secret), "https://orderdesk.example", clock);
    }

    private static DomainPageProperties properties(String secret) {
        return new DomainPageProperties(secret, Duration.ofDays(90), URI.create("https://www.belnet.example/"));
    }
}
