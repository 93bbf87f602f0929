package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How certificates stand in mails, and when a reminder of one has come. */
class FormerCertificateMailsTest {

    @Test
    void fiveNamesAreWrittenAndTheOthersCounted() {
        assertThat(FormerCertificateMails.line(certificate(2, false))).isEqualTo("n1.example, n2.example [7]");
        assertThat(FormerCertificateMails.line(certificate(5, false)))
                .doesNotContain("(+")
                .contains("n5.example [7]");
        assertThat(FormerCertificateMails.line(certificate(100, true))).endsWith("n5.example (+95) [7] *");
    }

    @ParameterizedTest
    @CsvSource({"31,", "30, 30", "15, 30", "14, 14", "4, 14", "3, 3", "0, 3"})
    void reminderIsTheLatestThatHasCome(long daysLeft, Integer expected) {
        var settings = new FormerCertificatesProperties(
                Duration.ofMinutes(5), 6, List.of(3, 30, 14), Duration.ofDays(7), Duration.ofMinutes(15));

        assertThat(settings.reminder(daysLeft).orElse(null)).isEqualTo(expected);
    }

    private static FormerCertificate certificate(int names, boolean duplicates) {
        return new FormerCertificate(
                "7",
                IntStream.rangeClosed(1, names)
                        .mapToObj("n%d.example"::formatted)
                        .toList(),
                Status.VALID,
                LocalDate.of(2027, 1, 3),
                duplicates);
    }
}
