package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.intake.IntakeProperties.Encryption;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How far a box is read, when the server cannot give every mail. */
class MailBoxTest {
    private static final BoxPosition FROM = new BoxPosition(7, 3);

    private final IMAPFolder folder = mock(IMAPFolder.class);
    private final List<String> read = new ArrayList<>();
    private final MailBox box = new MailBox(
            new IntakeProperties(
                    "127.0.0.1",
                    143,
                    Encryption.NONE,
                    "u",
                    "p",
                    "INBOX",
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    DataSize.ofMegabytes(1),
                    100,
                    1,
                    1,
                    Duration.ofDays(1)),
            Clock.systemUTC());

    @BeforeEach
    void folderIsOpen() {
        given(folder.isOpen()).willReturn(true);
    }

    @Test
    void mailThatTheServerCannotGiveHoldsUpNoOther() throws MessagingException {
        holds(mail("first"), broken(), mail("third"));

        assertThat(visit()).isEqualTo(new BoxPosition(7, 6));
        assertThat(read).containsExactly("first", "third");
    }

    @Test
    void lastMailIsTriedAgainForTheServerMayBeInTrouble() throws MessagingException {
        holds(mail("first"), broken(), broken());

        assertThat(visit()).isEqualTo(new BoxPosition(7, 4));
        assertThat(read).containsExactly("first");
    }

    @Test
    void serverThatIsGoneIsToldOf() throws MessagingException {
        holds(mail("first"), broken(), mail("third"));
        given(folder.isOpen()).willReturn(false);

        assertThatThrownBy(this::visit).isInstanceOf(MessagingException.class);
    }

    private BoxPosition visit() throws MessagingException {
        return box.visit(folder, FROM, found -> read.add(found.mail().subject()));
    }

    private void holds(Message... messages) throws MessagingException {
        given(folder.getMessagesByUID(anyLong(), anyLong())).willReturn(messages);
        for (int place = 0; place < messages.length; place++) {
            given(folder.getUID(messages[place])).willReturn(3L + place);
        }
    }

    private static Message mail(String subject) throws MessagingException {
        String raw = "From: a@b.example\r\nSubject: " + subject + "\r\n\r\nBAMS";
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private static Message broken() throws MessagingException {
        Message broken = mock(Message.class);
        given(broken.getReceivedDate()).willThrow(new MessagingException("FETCH failed"));
        return broken;
    }
}
