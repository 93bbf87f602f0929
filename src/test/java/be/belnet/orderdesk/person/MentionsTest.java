package be.belnet.orderdesk.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private final Mentions mentions = new Mentions(Person.of("Mail.Admin@Customer.example")
            .named(List.of("Head of Mail & More", "Ann", "Chief \"Mail\""))
            .reachedAt(List.of("+32 2 790 33 77", "112")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 790 33 77",
                "+32 2 790 33 77",
                "0032 2 790.33.77",
                "+32 (0)2 790-33-77",
                "027903377",
                "+3227903377",
                "mail.admin@customer.example",
                "MAIL.ADMIN@CUSTOMER.EXAMPLE"
            })
    void addressAndTelephoneAreFoundAnywhere(String text) {
        assertThat(mentions.takenOut("Call " + text + ".", false)).isEqualTo("Call ***.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Head of Mail & More",
                "head of mail & more",
                "Head of Mail &amp; More",
                "Head of\nMail & More",
                "Head of\u00a0Mail & More",
                "Chief \"Mail\"",
                "Chief &quot;Mail&quot;",
                "Chief \\\"Mail\\\""
            })
    void nameIsFoundInTextsOfTheOwnCustomerAlone(String text) {
        assertThat(mentions.takenOut("Dear " + text + ",", true)).isEqualTo("Dear ***,");
        assertThat(mentions.takenOut("Dear " + text + ",", false)).isEqualTo("Dear " + text + ",");
    }

    @ParameterizedTest
    @CsvSource({
        "Dear Ann",
        "Dial 112",
        "xmail.admin@customer.example",
        "mail.admin@customer.example2",
        "02 790 33 778",
        "Head of Mail"
    })
    void nothingElseIsTaken(String text) {
        assertThat(mentions.isIn(text, true)).isFalse();
        assertThat(mentions.takenOut(text, true)).isEqualTo(text);
    }

    @Test
    void emptyTextStaysEmpty() {
        assertThat(mentions.takenOut(null, true)).isNull();
        assertThat(mentions.isIn(null, true)).isFalse();
    }

    @Test
    void eachTextThatMentionsThePersonHasANeedle() {
        assertThat(mentions.needles()).contains("mail.admin@customer.example", "head", "chief", "77");
    }
}
