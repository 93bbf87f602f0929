package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.order.Requester;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Who takes up what mails ask for beyond ordering. */
class ErrandsTest {
    private static final MailRequest REQUEST = new MailRequest(
            "BAMS",
            "UNORTH",
            null,
            new Requester("A", "a@b.example", null, "nl"),
            "other",
            "Opzegging",
            Instant.EPOCH,
            "mail-1",
            null);

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Errands errands = new Errands(beans.getBeanProvider(MailErrand.class));

    @Test
    void nobodyTakesUpOrders() {
        beans.registerSingleton("ending", new Opening(MailKind.TERMINATION, "BAMS-2026-00001"));

        assertThatThrownBy(() -> errands.open(MailKind.ORDER, REQUEST)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void errandOfTheKindOpensTheFile() {
        beans.registerSingleton("ending", new Opening(MailKind.TERMINATION, "BAMS-2026-00001"));
        beans.registerSingleton("helping", new Opening(MailKind.SUPPORT, "BAMS-2026-00002"));

        assertThat(errands.open(MailKind.SUPPORT, REQUEST)).isEqualTo("BAMS-2026-00002");
        assertThat(errands.open(MailKind.TERMINATION, REQUEST)).isEqualTo("BAMS-2026-00001");
    }

    private record Opening(MailKind kind, String number) implements MailErrand {
        @Override
        public String open(MailRequest request) {
            return number;
        }
    }
}
