package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.security.SignOnProperties.BreakGlass;
import be.belnet.orderdesk.security.SignOnProperties.Groups;
import be.belnet.orderdesk.security.SignOnProperties.Mode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider says, in the shapes that providers have, and settings that would let too many in. */
class ClaimsTest {
    @Test
    void groupsAreListsTextsOrLieWithin() {
        assertThat(new Claims(Map.of("groups", List.of("a", "b"))).texts("groups"))
                .containsExactly("a", "b");
        assertThat(new Claims(Map.of("groups", "a")).texts("groups")).containsExactly("a");
        assertThat(new Claims(Map.of("realm_access", Map.of("roles", List.of("a")))).texts("realm_access.roles"))
                .containsExactly("a");
        assertThat(new Claims(Map.of("https://x.example/groups", List.of("a"))).texts("https://x.example/groups"))
                .containsExactly("a");
    }

    @Test
    void whatIsMissingOrOfAnotherShapeIsNoGroup() {
        assertThat(new Claims(Map.of()).texts("groups")).isEmpty();
        assertThat(new Claims(Map.of("groups", Map.of("a", true))).texts("groups"))
                .isEmpty();
        assertThat(new Claims(Map.of("a", "text")).texts("a.b.c")).isEmpty();
    }

    @Test
    void laterWordCountsAndNothingIsNoWord() {
        Map<String, Object> later = new HashMap<>(Map.of("email", "new@belnet.example"));
        later.put("name", null);
        Claims both = new Claims(Map.of("email", "old@belnet.example", "name", "As before")).with(later);

        assertThat(both.text("email")).contains("new@belnet.example");
        assertThat(both.text("name")).contains("As before");
    }

    @ParameterizedTest
    @CsvSource({
        "'', orderdesk, secret, api, openid, PT2M, '', issuer",
        "https://i.example, '', secret, api, openid, PT2M, '', client-id",
        "https://i.example, orderdesk, '', api, openid, PT2M, '', client-secret",
        "https://i.example, orderdesk, secret, '', openid, PT2M, '', audience",
        "https://i.example, orderdesk, secret, orderdesk, openid, PT2M, '', audience",
        "https://i.example, orderdesk, secret, api, offline_access, PT2M, '', scopes",
        "https://i.example, orderdesk, secret, api, openid, PT5M, '', recheck",
        "https://i.example, orderdesk, secret, api, openid, PT2M, letmein, break-glass.password-hash"
    })
    void settingThatIsMissingOrUnsafeIsNamed(
            String issuer,
            String client,
            String secret,
            String audience,
            String scope,
            Duration recheck,
            String hash,
            String named) {
        assertThatThrownBy(() -> new SignOnProperties(
                        Mode.OIDC,
                        issuer,
                        client,
                        secret,
                        List.of(scope),
                        audience,
                        "sub",
                        "groups",
                        new Groups(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                        recheck,
                        Duration.ofMinutes(5),
                        new BreakGlass(hash)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderdesk.sign-on: " + named);
    }
}
