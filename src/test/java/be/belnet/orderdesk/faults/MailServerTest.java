package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F10: the mail server hangs up after it took a mail, takes none for a while, or refuses them. */
@Tag("faults-full")
class MailServerTest {
    /** An order on its way to its end is six mails. */
    private final int count = Sizes.of("f10.orders", 10, 50);

    private final int away = Sizes.of("f10.secondsAway", 20, 300);
    private final int drops = Sizes.of("f10.drops", 1, 3);

    @Test
    void mailsArriveAllTheSameAndRepeatsBearTheSameId() {
        try (MailProxy proxy = new MailProxy(Site.mailServer())) {
            Site site = Site.with("--spring.mail.port=" + proxy.port());
            try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                    Progress progress = new Progress(site)) {
                Disturbed run = new Disturbed(site, staff, progress);
                Set<String> orders = run.prepare(count, () -> goWrong(proxy));
                proxy.dropReplies(drops);
                run.sign(orders);
                Duration drained = progress.drain(orders, Duration.ofMinutes(20));
                Audit audit = new Auditor(site, orders).audit();
                Report.row(
                        "F10",
                        "%d replies dropped, 451 for %d s, 554".formatted(drops, away),
                        audit,
                        drained.toSeconds() + " s",
                        proxy.refused() + " refusals");

                assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
                assertThat(proxy.stillToDrop()).isZero();
                assertThat(audit.repeatedMails()).isBetween(1, drops);
            }
        }
    }

    private void goWrong(MailProxy proxy) {
        refuse(proxy, "451 Later", Duration.ofSeconds(away));
        refuse(proxy, "554 No", Duration.ofSeconds(5));
        proxy.refuse(null);
    }

    /** At least that long, and until some were refused. */
    private static void refuse(MailProxy proxy, String reply, Duration length) {
        int before = proxy.refused();
        proxy.refuse(reply);
        Awaitility.await().atMost(length.plusMinutes(2)).pollDelay(length).until(() -> proxy.refused() > before);
    }
}
