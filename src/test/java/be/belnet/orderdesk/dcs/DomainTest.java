package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
    @Test
    void isWrittenInOneWay() {
        assertThat(new Domain(" Example.BE. ").name()).isEqualTo("example.be");
        assertThat(new Domain("université.example").name()).isEqualTo("xn--universit-j4a.example");
    }

    @Test
    void wildcardBelongsToItsDomain() {
        Domain wildcard = new Domain("*.Example.be");

        assertThat(wildcard.isWildcard()).isTrue();
        assertThat(wildcard.base()).isEqualTo(new Domain("example.be"));
        assertThat(new Domain("example.be").wildcard()).isEqualTo(wildcard);
        assertThat(wildcard.base().isWildcard()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "be",
                "*.be",
                "*",
                "192.0.2.1",
                "example..be",
                "-a.example",
                "a b.example",
                "*.*.example.be",
                "a.*.example.be",
                "https://example.be",
                "example.be/",
                "under_score.example"
            })
    void nonsenseIsNone(String written) {
        assertThatThrownBy(() -> new Domain(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
