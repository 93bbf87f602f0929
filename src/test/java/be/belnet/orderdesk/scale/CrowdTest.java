package be.belnet.orderdesk.scale;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.process.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long what people open all day takes, with ever more open orders and three times as many finished ones, on PostgreSQL.
 * It prints figures and asserts none: they say how the same machine compares with itself.
 */
@OrderdeskTest
@Tag("scale")
class CrowdTest {
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("orderdesk.scale.open", "1000,10000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int SLICES = 30;
    private static final int OPEN_DAYS = 60;
    private static final int FINISHED_DAYS = 3650;

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    DataSource database;

    private final List<String> open = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();

    @Test
    void inboxSearchOrderFileAndFirstPageStayAsFastAsTheyWere() throws Exception {
        orders();
        Map<Integer, List<Timing>> figures = new LinkedHashMap<>();
        try (var connection = new SingleConnectionDataSource(database.getConnection(), true)) {
            var crowd = new Crowd(JdbcClient.create(connection));
            int made = 0;
            for (int size : SIZES) {
                grow(crowd, size - made);
                made = size;
                crowd.analyse();
                // once unheeded, so that what was compiled on the way does not count for whatever is asked first
                timings(JdbcClient.create(connection));
                figures.put(size, timings(JdbcClient.create(connection)));
            }
        }
        print(figures);
    }

    /** A little of each at a time, so that orders of all kinds stand among each other as they do in life. */
    private void grow(Crowd crowd, int more) {
        int slices = Math.min(SLICES, more / 100);
        for (int slice = 0; slice < slices; slice++) {
            open.forEach(order -> crowd.multiply(order, more / slices / open.size(), OPEN_DAYS));
            finished.forEach(order -> crowd.multiply(order, 3 * (more / slices) / finished.size(), FINISHED_DAYS));
        }
    }

    /** One of each that waits for somebody, and one of each that is over. */
    private void orders() {
        open.add(received());
        open.add(way.contractOut("nl"));
        String delivered = way.signed("fr");
        watch.untilHandOver(delivered);
        open.add(delivered);
        String completed = way.signed("en");
        watch.untilHandOver(completed);
        way.handOver(completed);
        way.countersign(completed);
        assertThat(desk.isRunning(completed)).isFalse();
        finished.add(completed);
        String declined = received();
        desk.complete(
                declined,
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "reject", "reason", "No customer of Belnet"));
        finished.add(declined);
    }

    /** Of somebody whom the register does not let order by itself. */
    private String received() {
        String acronym = register.organisation("company", "en", false);
        return desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", acronym,
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "en"));
    }

    private List<Timing> timings(JdbcClient jdbc) {
        List<Timing> all = new ArrayList<>();
        for (String user : List.of("desk1", "relations1", "operations1", "manager1")) {
            Reader reader = new Reader(port, user);
            reader.filters().forEach((name, id) -> {
                all.add(reader.timeOfPage(user + ", " + name, id));
                all.add(reader.time(
                        user + ", " + name + ", count", "/camunda/api/engine/engine/default/filter/" + id + "/count"));
            });
        }
        Reader desk1 = new Reader(port, "desk1");
        all.add(desk1.time("Tasklist, counts of lists", "/desk/task-lists"));
        all.add(desk1.time("Tasklist, search by acronym", "/desk/order-search?q=CROWD000077"));
        all.add(desk1.time("orders, first page", "/orders"));
        all.add(desk1.time("orders, search by acronym", "/orders?q=CROWD000077"));
        all.add(desk1.time("orders, search by the beginning of acronyms, ever more hits", "/orders?q=CROWD0000"));
        all.add(desk1.time("orders, search by number", "/orders?q=" + anOrder(jdbc)));
        all.add(desk1.time("order file", "/orders/" + anOrder(jdbc)));
        Reader manager = new Reader(port, "manager1");
        all.add(manager.time("Cockpit's first page, figures", "/desk/figures"));
        all.add(manager.time("Cockpit's first page, stuck orders", "/desk/figures/stuck"));
        return all;
    }

    private static String anOrder(JdbcClient jdbc) {
        return jdbc.sql("select max(number) from service_order where state = 'open'")
                .query(String.class)
                .single();
    }

    private static void print(Map<Integer, List<Timing>> figures) throws IOException {
        StringBuilder report = new StringBuilder("| |");
        SIZES.forEach(size -> report.append(" %,d open, p50 / p95 in ms |".formatted(size)));
        report.append(" p95, largest to smallest |\n|---|").append("---|".repeat(SIZES.size() + 1));
        List<Timing> smallest = figures.get(SIZES.get(0));
        for (int row = 0; row < smallest.size(); row++) {
            int number = row;
            List<Timing> line =
                    SIZES.stream().map(size -> figures.get(size).get(number)).toList();
            report.append("\n| ").append(line.get(0).what()).append(" |");
            line.forEach(timing -> report.append(" %.1f / %.1f |".formatted(timing.p50(), timing.p95())));
            report.append(" %.2f |"
                    .formatted(line.get(line.size() - 1).p95() / line.get(0).p95()));
        }
        System.out.println(report);
        Files.writeString(Path.of("target", "scale.md"), report);
    }
}
