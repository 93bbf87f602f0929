package be.belnet.orderdesk.benchmark.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a simulation what the measured costs come to: whether it foretells what was measured, and then what was not. */
public final class Growth {
    private static final double PATIENCE = 0.3;
    private static final double WARM_UP = 120;
    private static final double WATCHED = 1200;
    private static final int DATABASE = 4;
    private static final int NODE = 2;
    private static final int NETWORKS = 40;
    private static final int NODES_EACH = 2;
    private static final int STAFF_EACH = 15;
    private static final int ORDERS_A_DAY_EACH = 10;
    private static final int DOMAINS_EACH = 10_000;
    private static final int JOBS_AT_ONCE = 3;
    private static final double SECONDS_BETWEEN_PAGES = 15;
    private static final double HOUR = 3600;
    private static final double WORKING_DAY = 8 * HOUR;

    private final Costs costs;
    private final long seed = Long.getLong("seed");
    private final List<String> lines = new ArrayList<>();

    private Growth(Costs costs) {
        this.costs = costs;
    }

    public static void main(String[] arguments) throws IOException {
        Path results = Path.of("results");
        Growth growth = new Growth(Costs.read(results.resolve("costs.properties")));
        growth.tell();
        String text = String.join("\n", growth.lines);
        System.out.println(text);
        System.out.println(
                "Written to " + Files.writeString(results.resolve(LocalDate.now() + "-growth.md"), text + "\n"));
    }

    private void tell() {
        lines.add("# Growth, " + LocalDate.now());
        foretell();
        oneNode();
        moreNodes();
        federation();
        campaigns();
    }

    /** Of the same machine that measured: node, database and partners share its processors. */
    private void foretell() {
        table("Foretold and measured", "| | simulated | measured |", 2);
        double simulated =
                ordersASecond((int) costs.number("measured.drivers"), (int) costs.number("measured.processors"));
        row("orders a second", "%.2f | %.2f", simulated, 1 / costs.number("order.seconds"));
    }

    private double ordersASecond(int drivers, int processors) {
        Site site = new Site(costs.commit(), seed);
        Machine all = site.machine(processors);
        Work order = new Work(
                costs.order().transactions(),
                costs.order().cpu() + costs.number("order.sandboxCpu"),
                costs.order().databaseCpu());
        AtomicInteger done = new AtomicInteger();
        for (int driver = 0; driver < drivers; driver++) {
            repeat(site, order, all, all, done, 1000);
        }
        site.run(Double.MAX_VALUE);
        return done.get() / site.now();
    }

    private static void repeat(Site site, Work work, Machine node, Machine database, AtomicInteger done, int most) {
        if (done.get() < most) {
            site.go(work, node, database, () -> {
                done.incrementAndGet();
                repeat(site, work, node, database, done, most);
            });
        }
    }

    private void oneNode() {
        table(
                "One node of %d processors, a database of %d".formatted(NODE, DATABASE),
                "| orders an hour | node at work | database at work | next task, p50 ms | p95 ms |",
                4);
        for (int orders : List.of(60, 600, 1800, 3600, 5400)) {
            Day day = day(1, orders / HOUR);
            row("%,d".formatted(orders), "%s", day.text());
        }
    }

    /** The most orders that leave 95 of 100 next tasks quick. */
    private void moreNodes() {
        table(
                "More nodes of %d processors, one database of %d".formatted(NODE, DATABASE),
                "| nodes | orders an hour | node at work | database at work | next task, p50 ms | p95 ms |",
                5);
        for (int nodes : List.of(1, 2, 4, 8, 16)) {
            double most = most(nodes);
            row(
                    String.valueOf(nodes),
                    "%,.0f | %s",
                    most * HOUR,
                    day(nodes, most).text());
        }
    }

    private double most(int nodes) {
        double enough = 0;
        double tooMany = nodes * NODE / costs.order().cpu();
        for (int step = 0; step < 7; step++) {
            double middle = (enough + tooMany) / 2;
            if (day(nodes, middle).quantile(0.95) <= PATIENCE) {
                enough = middle;
            } else {
                tooMany = middle;
            }
        }
        return enough;
    }

    /** @param nodes the least of them, the rest do as much */
    private record Day(double node, double database, double[] visits) {
        double quantile(double share) {
            return visits.length == 0 ? 0 : visits[(int) Math.ceil(share * visits.length) - 1];
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%.0f %% | %.0f %% | %.0f | %.0f",
                    100 * node,
                    100 * database,
                    1000 * quantile(0.5),
                    1000 * quantile(0.95));
        }
    }

    private Day day(int nodes, double ordersASecond) {
        Site site = new Site(costs.commit(), seed);
        Machine database = site.machine(DATABASE);
        List<Machine> machines = new ArrayList<>();
        List<Double> visits = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            Machine machine = site.machine(NODE);
            machines.add(machine);
            idle(site, machine, database);
            visited(site, machine, database, ordersASecond / nodes, visits);
        }
        site.run(WARM_UP + WATCHED);
        return new Day(machines.get(0).load(), database.load(), sorted(visits));
    }

    private void idle(Site site, Machine node, Machine database) {
        site.often(1, () -> site.go(costs.idleSecond(), node, database, () -> {}));
    }

    private void visited(Site site, Machine node, Machine database, double ordersASecond, List<Double> visits) {
        site.often(Costs.VISITS * ordersASecond, () -> {
            double begun = site.now();
            site.go(costs.visit(), node, database, () -> {
                if (begun > WARM_UP) {
                    visits.add(site.now() - begun);
                }
            });
        });
    }

    /** Networks with an engine and a database each, on machines that they share. */
    private void federation() {
        table(
                "%d networks on one database server of 8 processors, each with %d nodes, %d staff who look at a page every %.0f s, %d orders a day"
                        .formatted(NETWORKS, NODES_EACH, STAFF_EACH, SECONDS_BETWEEN_PAGES, ORDERS_A_DAY_EACH),
                "| hosts of 8 processors | memory of nodes, GB | hosts at work | database at work | next task, p50 ms | p95 ms |",
                5);
        for (int hosts : List.of(2, 3, 4, 8)) {
            row(
                    String.valueOf(hosts),
                    "%.0f | %s",
                    NETWORKS * NODES_EACH * costs.number("node.memory") / 1024,
                    shared(hosts).text());
        }
    }

    private Day shared(int hosts) {
        Site site = new Site(costs.commit(), seed);
        Machine database = site.machine(8);
        List<Machine> machines = machines(site, hosts);
        List<Double> visits = new ArrayList<>();
        for (int node = 0; node < NETWORKS * NODES_EACH; node++) {
            Machine machine = machines.get(node % hosts);
            idle(site, machine, database);
            visited(site, machine, database, ORDERS_A_DAY_EACH / WORKING_DAY / NODES_EACH, visits);
            site.often(
                    STAFF_EACH / SECONDS_BETWEEN_PAGES / NODES_EACH,
                    () -> site.go(costs.page(), machine, database, () -> {}));
        }
        site.run(WARM_UP + WATCHED);
        return new Day(machines.get(0).load(), database.load(), sorted(visits));
    }

    private static List<Machine> machines(Site site, int count) {
        List<Machine> machines = new ArrayList<>();
        for (int machine = 0; machine < count; machine++) {
            machines.add(site.machine(8));
        }
        return machines;
    }

    /** The day on which a supplier changes for everybody. A hundredth is simulated, for all domains cost the same. */
    private void campaigns() {
        table(
                "The same, when every network moves %,d domains at once".formatted(DOMAINS_EACH),
                "| hosts of 8 processors | hours | hosts at work | database at work |",
                3);
        for (int hosts : List.of(2, 4, 8)) {
            Site site = new Site(costs.commit(), seed);
            Machine database = site.machine(8);
            List<Machine> machines = machines(site, hosts);
            for (int network = 0; network < NETWORKS; network++) {
                AtomicInteger done = new AtomicInteger();
                for (int job = 0; job < NODES_EACH * JOBS_AT_ONCE; job++) {
                    Machine machine = machines.get((network * NODES_EACH + job % NODES_EACH) % hosts);
                    repeat(site, costs.domain(), machine, database, done, DOMAINS_EACH / 100);
                }
            }
            site.run(Double.MAX_VALUE);
            row(
                    String.valueOf(hosts),
                    "%.1f | %.0f %% | %.0f %%",
                    site.now() * 100 / HOUR,
                    100 * machines.get(0).load(),
                    100 * database.load());
        }
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void table(String title, String head, int numbers) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add(head);
        lines.add("|---" + "|---:".repeat(numbers) + "|");
    }

    private void row(String what, String format, Object... values) {
        lines.add("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
    }
}
