package be.belnet.orderdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Two nodes on a database of their own, beside the one PostgreSQL and the one sandbox that all sites share. */
final class Site {
    static final Path REPORTS = Path.of("target", "faults");

    private static final int NODES = 2;
    private static final int NUMBERS = 10_000;

    private static Postgres shared;
    private static Sandbox sandbox;
    private static Site open;
    private static int sites;

    private final int index = ++sites;
    private final String name = "site" + index;
    private final Postgres postgres;
    private final List<String> settings;
    private final List<Node> nodes;
    private final long ledgerBefore;
    private final long mailsBefore;
    private boolean furnished;

    private Site(Postgres postgres, List<String> settings) {
        this.postgres = postgres;
        this.settings = settings;
        this.ledgerBefore = last("ledger_effect");
        this.mailsBefore = last("mail_delivery");
        postgres.create(name);
        nodes = IntStream.rangeClosed(1, NODES).mapToObj(number -> node(number)).toList();
    }

    /** The site that is open, when it has these settings of nodes; else another one, whose nodes are up. */
    static synchronized Site with(String... settings) {
        if (open == null || !open.settings.equals(List.of(settings))) {
            empty(settings);
        }
        open.nodes.stream().filter(node -> !node.isAlive()).forEach(Node::start);
        open.nodes.forEach(Node::awaitUp);
        open.furnish();
        return open;
    }

    /** A new site with an empty schema, whose nodes have not been started. The one that was open is closed. */
    static synchronized Site empty(String... settings) {
        return empty(null, settings);
    }

    private static Site empty(Postgres postgres, String... settings) {
        closeOpen();
        begin();
        open = new Site(postgres == null ? shared : postgres, List.of(settings));
        return open;
    }

    /** A new site on a server of its own, whose nodes are up. Whoever stops the server closes the site first. */
    static synchronized Site on(Postgres postgres, String... settings) {
        Site site = empty(postgres, settings);
        site.nodes.forEach(Node::start);
        site.nodes.forEach(Node::awaitUp);
        site.furnish();
        return site;
    }

    /** Numbers of its own, for the sandbox knows an order by its number alone. */
    void furnish() {
        if (furnished) {
            return;
        }
        furnished = true;
        database()
                .sql("insert into order_number_series (service, order_year, last_number)"
                        + " values ('BAMS', extract(year from current_date), ?)")
                .param(NUMBERS * index)
                .update();
    }

    /** New customers without any order; their acronyms. */
    List<String> customers(int count) {
        JdbcClient jdbc = database();
        int known = jdbc.sql("select count(*) from customer_organisation")
                .query(Integer.class)
                .single();
        return IntStream.range(known, known + count)
                .mapToObj(number -> "F%dN%d".formatted(index, number))
                .peek(acronym -> register(jdbc, acronym))
                .toList();
    }

    private static void register(JdbcClient jdbc, String acronym) {
        jdbc.sql("with organisation as (insert into customer_organisation (acronym_key, acronym, legal_name, type,"
                        + " language, street, postcode, city, country, account_manager, belnet_customer)"
                        + " values (:key, :key, 'Organisation ' || :key, 'university', 'en', 'Street 1', '1000',"
                        + " 'Brussels', 'BE', 'relations1', true) returning id)"
                        + " insert into customer_contact (organisation_id, email_key, name, email, language, roles)"
                        + " select id, role || :email, :name, role || :email, 'en', role"
                        + " from organisation, unnest(array['signatory', 'technical']) role")
                .param("key", acronym)
                .param("email", "-" + Markers.email(acronym))
                .param("name", Markers.NAME)
                .update();
    }

    List<Node> nodes() {
        return nodes;
    }

    /** One of the nodes at random. */
    Node node(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** Settings that begin with the node's name are for it alone. */
    private Node node(int number) {
        String node = "node%d".formatted(number);
        List<String> all = new ArrayList<>(sandbox.settings());
        all.add("--spring.datasource.url=" + postgres.url(name));
        all.add("--spring.datasource.username=orderdesk");
        all.add("--orderdesk.faults.plain=" + Sizes.plain());
        all.add("--orderdesk.faults.node=" + node);
        settings.stream()
                .map(setting -> setting.replace("--" + node + ":", "--"))
                .filter(setting -> !setting.startsWith("--node"))
                .forEach(all::add);
        return new Node(REPORTS.resolve("%s-%s.log".formatted(name, node)), all);
    }

    JdbcClient database() {
        return postgres.database(name);
    }

    Postgres postgres() {
        return postgres;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Port of the sandbox's mail server. */
    static synchronized int mailServer() {
        begin();
        return sandbox.smtpPort();
    }

    /** The last mail that was delivered before this site began. */
    long mailsBefore() {
        return mailsBefore;
    }

    /** The ledger's last effect before this site began. */
    long ledgerBefore() {
        return ledgerBefore;
    }

    /** Keeps the database as it is now. Nodes pause meanwhile. */
    void snapshot() {
        restartAround(() -> postgres.copy(name, name + "_kept"));
    }

    /** Sets the database back to the snapshot. */
    void restore() {
        restartAround(() -> {
            postgres.drop(name);
            postgres.copy(name + "_kept", name);
        });
    }

    private void restartAround(Runnable work) {
        nodes.forEach(Node::kill);
        work.run();
        nodes.forEach(Node::start);
        nodes.forEach(Node::awaitUp);
    }

    private static void begin() {
        if (shared != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("orderdesk-faults");
            sandbox = new Sandbox(folder, REPORTS.resolve("sandbox.log"));
            shared = new Postgres(folder.resolve("postgresql"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        sandbox.awaitUp();
    }

    private static synchronized void end(Path folder) {
        closeOpen();
        sandbox.close();
        shared.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    static synchronized void closeOpen() {
        if (open != null) {
            open.nodes.stream().filter(Node::isAlive).forEach(Node::kill);
            sandbox.heal();
            open = null;
        }
    }

    private static long last(String table) {
        return sandbox.ledger()
                .sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }
}
