package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * I7: the last day of several services is over, and a node dies while partners end them. The mail of one customer still comes
 * to Belnet: it waits for service operations.
 */
@Tag("faults-full")
class MidnightTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** Both nodes are up before midnight, on a slow machine as well. */
    private static final Duration EVENING = Duration.ofMinutes(2);

    private static final String STILL_HERE = "still-here.example";
    private static final List<String> ON_THE_DAY = List.of("server stopped", "licence stopped");
    private static final List<String> AFTERWARDS = List.of("server deleted");

    private final int count = Sizes.of("midnight.services", 4, 20);

    private final List<String> wrong = new ArrayList<>();
    private Site site;
    private Duration offset = Duration.ZERO;
    private int underWay;

    @Test
    void serviceEndsOnceAndNotBeforeItsDayWhoeverDiesAtMidnight() {
        site = Site.with("--orderdesk.operations.clock.limit=1000d");
        Set<String> orders = deliver();
        giveNotices(orders);

        String stays = leaveMailHere(orders);

        Duration ended =
                killAt("select max(ends_on) from termination", ON_THE_DAY, () -> services("terminated") == count - 1);
        waitsForOperations(stays);
        takeMailAway();
        Progress.until(Duration.ofMinutes(2), () -> services("terminated") == count);
        killAt("select max(removal_on) from termination", AFTERWARDS, () -> open() == 0);
        Stream.concat(ON_THE_DAY.stream(), AFTERWARDS.stream()).forEach(kind -> onceEach(orders, kind));
        toldOnce();

        Report.row(
                "Midnight",
                "a node killed at the end of %d services, and at their removal".formatted(count),
                "ended within %d s; %d calls under way when nodes died; %s"
                        .formatted(ended.toSeconds(), underWay, wrong),
                wrong.isEmpty());
        assertThat(wrong).isEmpty();
    }

    private Set<String> deliver() {
        try (Staff staff = new Staff(site.nodes(), Sizes.SEED);
                Progress progress = new Progress(site)) {
            Set<String> orders = new Disturbed(site, staff, progress).deliver(count, 1, () -> {});
            progress.drain(orders, Duration.ofMinutes(10));
            assertThat(services("active")).as("services that run").isEqualTo(count);
            return orders;
        }
    }

    private void giveNotices(Set<String> orders) {
        Session desk = Session.signIn(site.nodes().get(0), "desk1");
        customers(orders).forEach(acronym -> giveNotice(desk, acronym));
        Progress.until(Duration.ofMinutes(2), () -> waiting() == count);
    }

    private static void giveNotice(Session desk, String acronym) {
        Map<String, Object> answers = new HashMap<>();
        Map.of(
                        "service", "BAMS",
                        "acronym", acronym,
                        "givenBy", "customer",
                        "channel", "registeredLetter",
                        "barcode", "010541288500000123456789",
                        "receivedOn", LocalDate.now(BRUSSELS).toString(),
                        "contactName", Markers.NAME,
                        "contactEmail", Markers.email(acronym),
                        "contactLanguage", "en")
                .forEach((field, value) -> answers.put(field, Map.of("value", value)));
        HttpResponse<String> answer =
                desk.change("/process-definition/key/service-termination/submit-form", Map.of("variables", answers));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The order of the customer whose mail still comes. */
    private String leaveMailHere(Set<String> orders) {
        String order = orders.iterator().next();
        site.database()
                .sql("update subscription_domain set domain = ? where subscription_id ="
                        + " (select id from subscription where order_number = ?)")
                .params(STILL_HERE, order)
                .update();
        site.sandbox().routeMail(STILL_HERE, "still.mx.bams.belnet.example");
        return order;
    }

    /** Nothing has happened to it at partners, and customer and operations were told. */
    private void waitsForOperations(String order) {
        Progress.until(
                Duration.ofMinutes(1), () -> count("act_ru_task where task_def_key_ = 'userTask_settleMail'") == 1);
        ON_THE_DAY.stream()
                .filter(kind -> times(order, kind) > 0)
                .forEach(kind -> wrong.add(order + ": " + kind + " although its mail comes"));
        if (count("correspondence where template = 'mail-still-here'") < 2) {
            wrong.add(order + ": not warned of its mail");
        }
    }

    private void takeMailAway() {
        site.sandbox().withdraw(STILL_HERE);
        Session operations = Session.signIn(site.nodes().get(0), "operations1");
        String task = operations
                .read("/task?taskDefinitionKey=userTask_settleMail")
                .path(0)
                .path("id")
                .asText();
        operations.change("/task/" + task + "/claim", Map.of("userId", "operations1"));
        HttpResponse<String> answer = operations.change(
                "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("mailDecision", Map.of("value", "lookAgain"))));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /**
     * Lets both nodes live through the last minutes before a day, and kills one when partners are at work on it; how long
     * after midnight all was done.
     *
     * @param day asks for it
     */
    private Duration killAt(String day, List<String> kinds, BooleanSupplier done) {
        LocalDate date = site.database().sql(day).query(LocalDate.class).single();
        site.nodes().forEach(Node::kill);
        offset = Duration.between(Instant.now(), date.atStartOfDay(BRUSSELS).toInstant())
                .minus(EVENING);
        Instant midnight = Instant.now().plus(EVENING);
        long before = lastEffect();
        site.nodes().forEach(this::start);
        site.nodes().forEach(Node::awaitUp);
        assertThat(Instant.now()).as("both nodes are up").isBefore(midnight);
        killOne();
        Progress.until(Duration.ofMinutes(5), done);
        kinds.forEach(kind -> notBefore(midnight, before, kind));
        return Duration.between(midnight, Instant.now());
    }

    private void start(Node node) {
        node.start("--orderdesk.faults.clock-offset=" + offset);
    }

    private void killOne() {
        site.sandbox().fail("fortiflex", Disturbed.SLOW);
        site.sandbox().fail("openstack", Disturbed.SLOW);
        try (Progress progress = new Progress(site)) {
            Progress.until(
                    EVENING.plusMinutes(2),
                    () -> progress.calling() > 1 && progress.busiest().isPresent());
            Node node = progress.busiest().get().equals("node1")
                    ? site.nodes().get(0)
                    : site.nodes().get(1);
            underWay += progress.calling();
            node.kill();
            start(node);
        } finally {
            site.sandbox().heal();
        }
    }

    private void notBefore(Instant midnight, long before, String kind) {
        site.sandbox()
                .ledger()
                .sql("select reference from ledger_effect where id > ? and kind = ? and at < ?")
                .params(before, kind, Timestamp.from(midnight))
                .query(String.class)
                .list()
                .forEach(order -> wrong.add(order + ": " + kind + " before its day"));
    }

    private void onceEach(Set<String> orders, String kind) {
        orders.forEach(order -> {
            int times = times(order, kind);
            if (times != 1) {
                wrong.add(order + ": " + kind + " × " + times);
            }
        });
    }

    private int times(String order, String kind) {
        return site.sandbox()
                .ledger()
                .sql("select count(*) from ledger_effect where reference = ? and kind = ?")
                .params(order, kind)
                .query(Integer.class)
                .single();
    }

    private void toldOnce() {
        Progress.until(Duration.ofMinutes(1), () -> count("correspondence where sent_at is null") == 0);
        site.database()
                .sql("select t.order_number from termination t where (select count(*) from correspondence c"
                        + " where c.order_number = t.order_number and c.template = 'service-ended') <> 1")
                .query(String.class)
                .list()
                .forEach(file -> wrong.add(file + ": its end not told once"));
    }

    private List<String> customers(Set<String> orders) {
        return site.database()
                .sql("select acronym from service_order where number in (:orders)")
                .param("orders", orders)
                .query(String.class)
                .list();
    }

    private int services(String state) {
        return count("subscription where state = '" + state + "'");
    }

    /** Notices whose file waits for the last day. */
    private int waiting() {
        return count("act_ru_job where handler_type_ = 'timer-intermediate-transition'"
                + " and handler_cfg_ like 'intermediateCatchEvent_lastDayOver%'");
    }

    private int open() {
        return count("termination t join service_order o on o.number = t.order_number where o.state = 'open'");
    }

    private int count(String rows) {
        return site.database()
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private long lastEffect() {
        return site.sandbox()
                .ledger()
                .sql("select coalesce(max(id), 0) from ledger_effect")
                .query(Long.class)
                .single();
    }
}
