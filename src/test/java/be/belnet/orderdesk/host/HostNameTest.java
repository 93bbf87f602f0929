package be.belnet.orderdesk.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "example.be, example.be",
        "Mail.EXAMPLE.be, mail.example.be",
        "bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "3com.example, 3com.example",
        "a.b-c.xn--p1ai, a.b-c.xn--p1ai"
    })
    void nameIsReadInLowerCaseWithALabels(String written, String name) {
        assertThat(HostName.read(written)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "localhost",
                "example.be.",
                ".example.be",
                "example..be",
                "-example.be",
                "example-.be",
                "exa_mple.be",
                "exam ple.be",
                "*.example.be",
                "192.0.2.7",
                "2001:db8::7",
                "example.7",
                "example.b",
                "http://example.be"
            })
    void whatIsNoNameIsNotRead(String written) {
        assertThat(HostName.read(written)).isEmpty();
    }

    @Test
    void lengthIsThatOfDns() {
        String label = "a".repeat(63);
        assertThat(HostName.read(label + ".be")).isPresent();
        assertThat(HostName.read("a" + label + ".be")).isEmpty();
        String three = (label + ".").repeat(3);
        assertThat(HostName.read(three + "a".repeat(57) + ".be"))
                .as("252 signs")
                .isPresent();
        assertThat(HostName.read(three + "a".repeat(59) + ".be"))
                .as("254 signs")
                .isEmpty();
    }
}
