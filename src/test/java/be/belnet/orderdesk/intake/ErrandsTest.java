package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.Requester;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Who takes up what mails ask for beyond ordering. */
class ErrandsTest {
    private static final MailRequest REQUEST = new MailRequest(
            "BAMS", "UNORTH", new Requester("A", "a@b.example", null, "nl"), "Opzegging", Instant.EPOCH, "mail-1");

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Errands errands = new Errands(beans.getBeanProvider(MailErrand.class));

    @Test
    void withoutAnErrandAPersonTakesItUp() {
        assertThat(errands.open(MailKind.TERMINATION, REQUEST)).isEmpty();
    }

    @Test
    void errandOfTheKindOpensTheFile() {
        beans.registerSingleton("ending", new Opening(MailKind.TERMINATION, "BAMS-2026-00001"));
        beans.registerSingleton("helping", new Opening(MailKind.SUPPORT, "BAMS-2026-00002"));

        assertThat(errands.open(MailKind.SUPPORT, REQUEST)).contains("BAMS-2026-00002");
        assertThat(errands.open(MailKind.TERMINATION, REQUEST)).contains("BAMS-2026-00001");
    }

    private record Opening(MailKind kind, String number) implements MailErrand {
        @Override
        public String open(MailRequest request) {
            return number;
        }
    }
}
