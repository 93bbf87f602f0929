package be.belnet.orderdesk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.belnet.orderdesk.order.Requester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a question, and how the ticket about it begins (D12). */
class SupportQuestionTest {
    @Test
    void ticketsSubjectIsToTheLetter() {
        assertThat(TicketSubject.of(null)).isEqualTo("NREN Belnet -G\u00E9ant");
        assertThat(TicketSubject.of("1234567")).isEqualTo("NREN Belnet -G\u00E9ant 1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12 34", "12\n34", "-1", "12345678901234567890123456789012345678901"})
    void whatIsNoOrderNumberStandsInNoSubject(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> question("Why?", number));
    }

    @Test
    void questionAsksSomethingThatFitsItsPlace() {
        assertThat(question("y".repeat(4000), "A-1/2.3_4").question()).hasSize(4000);
        assertThatIllegalArgumentException().isThrownBy(() -> question(" ", null));
        assertThatIllegalArgumentException().isThrownBy(() -> question("y".repeat(4001), null));
    }

    private static SupportQuestion question(String words, String certificateOrder) {
        return new SupportQuestion(
                "DCS",
                SupportTopic.TECHNICAL,
                null,
                words,
                new Requester("Administrator", "pki@customer.example", null, "en"),
                null,
                certificateOrder);
    }
}
