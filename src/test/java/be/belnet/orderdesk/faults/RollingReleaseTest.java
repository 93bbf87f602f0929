package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.workflow.NextRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F12: the next release is rolled out node by node while orders are under way, taken back, and rolled out again. It brings
 * a table's column, a delegate and a form ({@link NextRelease}).
 */
@Tag("faults-full")
class RollingReleaseTest {
    private static final Duration ALL_OLD = Duration.ofSeconds(20);
    private static final String[] NEXT = {
        "--orderdesk.faults.next=true",
        "--orderdesk.release=2.0.0",
        "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor},classpath:faults/next"
    };

    /** What a node says that lacks what a model names. */
    private static final List<String> ERRORS = List.of(
            "ClassNotFoundException",
            "NoClassDefFoundError",
            "NoSuchBeanDefinitionException",
            "Cannot resolve identifier",
            "Unknown property used in expression");

    private final int count = Sizes.of("f12.orders", 20, 300);

    @Test
    void releaseIsRolledOutTakenBackAndRolledOutAgainWithOrdersUnderWay() {
        Site site = Site.with(
                "--orderdesk.release=1.0.0",
                "--camunda.bpm.job-execution.deployment-aware=" + !Sizes.plain(),
                "--orderdesk.models.round=1s");
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Disturbed run = new Disturbed(site, staff, progress);
            Node one = site.nodes().get(0);
            Node two = site.nodes().get(1);
            run.prepare(count / 2, () -> {});
            replace(one, NEXT);
            Set<String> orders = run.prepare(count - count / 2, () -> replace(two, NEXT));
            Iterator<Runnable> steps = List.<Runnable>of(() -> replace(one), () -> goBackForAWhile(one, two))
                    .iterator();
            run.finish(orders, 2, () -> steps.next().run());
            Duration drained = progress.drain(orders, Duration.ofMinutes(15));
            Audit audit = new Auditor(site, orders).audit();
            List<String> errors = errors(site);
            Report.row(
                    "F12",
                    "old → new → old → new",
                    audit,
                    drained.toSeconds() + " s",
                    "orders on %d versions of the model; %d errors of class or bean; %s"
                            .formatted(versions(site), errors.size(), run.notes()));

            assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
            assertThat(audit.parked()).isEmpty();
            assertThat(errors).isEmpty();
            assertThat(versions(site)).as("versions of the model").isEqualTo(2);
            assertThat(models(site)).as("models deployed").isEqualTo(2);
        }
    }

    /** Orders of the next release stand still meanwhile. */
    private static void goBackForAWhile(Node one, Node two) {
        replace(two);
        pause(ALL_OLD);
        replace(one, NEXT);
    }

    /** Stopped in order and started again on its settings and these. */
    private static void replace(Node node, String... others) {
        node.stop();
        node.start(others);
        node.awaitUp();
    }

    /** Of those that orders began with. */
    private static int versions(Site site) {
        return number(
                site,
                "select count(distinct proc_def_id_) from act_hi_procinst where proc_def_key_ = 'bams-order'"
                        + " and end_time_ is not null");
    }

    /** Old nodes that started again made none the newest. */
    private static int models(Site site) {
        return number(site, "select count(*) from act_re_procdef where key_ = 'bams-order'");
    }

    private static int number(Site site, String sql) {
        JdbcClient database = site.database();
        return database.sql(sql).query(Integer.class).single();
    }

    private static List<String> errors(Site site) {
        return site.nodes().stream()
                .map(Node::log)
                .flatMap(RollingReleaseTest::lines)
                .filter(line -> ERRORS.stream().anyMatch(line::contains))
                .toList();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
