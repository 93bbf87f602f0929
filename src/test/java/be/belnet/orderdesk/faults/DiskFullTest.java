package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.SamplePdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F8: the database's disk is full, and the disk of uploads and logs; space is freed, and nobody repairs anything by hand. */
@Tag("faults-full")
class DiskFullTest {
    private static final Duration FULL = Duration.ofSeconds(20);

    private final int count = Sizes.of("f8.orders", 12, 100);

    @AfterEach
    void closeSite() {
        Site.closeOpen();
    }

    @Test
    void ordersGoOnByThemselvesWhenTheDatabaseHasSpaceAgain() {
        try (Volume volume = new Volume("512m")) {
            Postgres postgres = new Postgres(volume.folder().resolve("postgresql"));
            Site site = Site.on(postgres);
            try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                    Progress progress = new Progress(site)) {
                Disturbed run = new Disturbed(site, staff, progress);
                List<String> refused = site.customers(3);
                Set<String> orders = run.deliver(count, 2, () -> {
                    volume.fill();
                    pause(FULL);
                    refused.forEach(customer -> assertDoneOrExplained(() -> staff.tryToOpen(customer)));
                    volume.free();
                    postgres.startIfEnded();
                });
                Duration drained = progress.drain(orders, Duration.ofMinutes(10));
                Audit audit = new Auditor(site, orders).audit();
                Report.row("F8", "disk of the database full twice", audit, drained.toSeconds() + " s", run.notes());

                assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
                assertThat(audit.parked()).isEmpty();
            } finally {
                Site.closeOpen();
                postgres.close();
            }
        }
    }

    @Test
    void ordersDoNotCareAboutTheDisksOfUploadsAndLogs() {
        try (Volume uploads = new Volume("1m");
                Volume logs = new Volume("8m")) {
            Path log = logs.folder().resolve("orderdesk.log");
            Site site = Site.with(
                    "--spring.servlet.multipart.location=" + uploads.folder(), "--node1:logging.file.name=" + log);
            try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                    Progress progress = new Progress(site)) {
                Disturbed run = new Disturbed(site, staff, progress);
                Set<String> orders = run.deliver(count, 1, () -> {
                    uploads.fill();
                    logs.fill();
                });
                String order = orders.iterator().next();
                Duration drained = progress.drain(orders, Duration.ofMinutes(10));
                assertExplained(staff.tryToUpload(order, SamplePdf.plain()));
                Audit audit = new Auditor(site, orders).audit();
                Report.row(
                        "F8",
                        "disks of uploads and logs full",
                        audit,
                        drained.toSeconds() + " s",
                        "an upload is refused in words");

                assertThat(audit.breaches()).as(audit.complaints()).isEmpty();
                assertThat(audit.completed()).isEqualTo(count);
                logs.free();
                assertGoesOn(log, () -> staff.tryToUpload(order, SamplePdf.plain()));
                uploads.free();
                assertThat(staff.tryToUpload(order, SamplePdf.plain()).statusCode())
                        .isEqualTo(201);
            }
        }
    }

    /** What fails is told there. */
    private static void assertGoesOn(Path log, Runnable whatFails) {
        long before = size(log);
        Awaitility.await("a log that goes on").atMost(Duration.ofMinutes(1)).until(() -> {
            whatFails.run();
            return size(log) > before;
        });
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void assertDoneOrExplained(Supplier<HttpResponse<String>> call) {
        try {
            HttpResponse<String> answer = call.get();
            if (answer.statusCode() != 201) {
                assertExplained(answer);
            }
        } catch (UncheckedIOException tookTooLong) {
            // the caller asks again
        }
    }

    private static void assertExplained(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(Http.json(answer.body()).path("detail").asText()).contains("It may not have been saved");
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
