package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import be.belnet.orderdesk.intake.MailRequest;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Rules;
import be.belnet.orderdesk.order.Requester;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a mail becomes when it gives notice. */
class MailNoticesTest {
    private final TerminationProcess process = mock(TerminationProcess.class);

    @Test
    void dayOfBrusselsOnWhichTheMailCameCounts() {
        var requester = new Requester("Head of IT", "it@unorth.example", null, "nl");
        given(process.begin(any(), eq("mail-1"))).willReturn("BAMS-2026-00042");
        String file = new MailNotices(process, Rules.ofTheSettings())
                .open(new MailRequest(
                        "BAMS",
                        "UNORTH",
                        null,
                        requester,
                        "other",
                        "Wij zeggen op",
                        Instant.parse("2026-09-30T22:30:00Z"),
                        "mail-1",
                        "desk1"));
        var notice = ArgumentCaptor.forClass(NewNotice.class);
        verify(process).begin(notice.capture(), eq("mail-1"));

        assertThat(file).isEqualTo("BAMS-2026-00042");
        assertThat(notice.getValue())
                .isEqualTo(new NewNotice(
                        "BAMS",
                        "UNORTH",
                        GivenBy.CUSTOMER,
                        Channel.MAIL,
                        null,
                        LocalDate.of(2026, 10, 1),
                        null,
                        null,
                        false,
                        "Wij zeggen op",
                        null,
                        requester,
                        "desk1"));
    }
}
