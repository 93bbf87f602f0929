package be.belnet.orderdesk.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.feedback.FeedbackLinks.Pass;
import be.belnet.orderdesk.link.SignedTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Whose answer a link lets in, and until when. */
class FeedbackLinksTest {
    private static final String ORDER = "BAMS-2026-00042";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-12-01T23:30:00Z");

    @Test
    void linkWorksUntilItExpires() {
        var invitation = at(NOW).invitation(ORDER);
        assertThat(invitation.get("feedbackUntil")).isEqualTo(LocalDate.of(2027, 1, 30));
        String token = token(invitation.get("feedbackLink"));

        Instant end = NOW.plus(Duration.ofDays(60));
        assertThat(at(end.minusSeconds(1)).check(token)).contains(new Pass(ORDER, false));
        assertThat(at(end).check(token)).contains(new Pass(ORDER, true));
    }

    @Test
    void tokenOfAnotherPageIsAStranger() {
        Instant end = NOW.plus(Duration.ofDays(1));
        String ofDomains = new SignedTokens(SECRET, "page of domains").token(ORDER, end);

        assertThat(at(NOW).check(ofDomains)).isEmpty();
        assertThat(new SignedTokens(SECRET, "was it useful").read(ofDomains)).isEmpty();
        assertThat(new SignedTokens(SECRET, "page of domains").read(ofDomains)).isPresent();
    }

    @Test
    void settingsDoNotPrintTheSecret() {
        assertThat(properties().toString()).doesNotContain(SECRET);
    }

    private static String token(Object link) {
        assertThat(link.toString()).startsWith("https://orderdesk.example/useful/");
        return link.toString().replaceFirst(".*/", "");
    }

    private static FeedbackLinks at(Instant now) {
        return new FeedbackLinks(properties(), "https://orderdesk.example", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static FeedbackProperties properties() {
        return new FeedbackProperties(SECRET, Duration.ofDays(60));
    }
}
