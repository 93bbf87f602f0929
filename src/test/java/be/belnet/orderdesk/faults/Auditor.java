package be.belnet.orderdesk.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks after a fault what must hold, by the database and the sandbox's ledger alone, and by the nodes' logs for words that
 * have no place there.
 *
 * <p>Of the invariants I1 to I12, I7 is {@link MidnightTest}'s: on their straight way orders have no date that takes effect. I6
 * compares the contract in the file with the one in the outbox; there is no archive. I10 and I12 are about time: {@link Progress} measures how long the
 * backlog takes, and which nodes worked.
 */
final class Auditor {
    /** Delivered, and nobody has written it. */
    static final String NOBODYS_MAIL = "I5 nobody's mail";

    /** What partners make, and make once for each order. */
    private static final Set<String> MADE_ONCE = Set.of("licence created", "licence registered", "server created");

    private static final Map<String, Long> BALANCE =
            Map.of("licence created", 1L, "licence stopped", -1L, "server created", 1L, "server deleted", -1L);

    private static final String TASKS_OF_TROUBLE =
            "'userTask_decideOnLicence', 'userTask_decideOnAppliance', 'userTask_decideOnConfiguration',"
                    + " 'userTask_undoByHand', 'userTask_enterRegistrationCode'";

    /** Milestones of the straight way, in the order in which they must stand in an order's file. */
    private static final List<String> WAY = List.of(
            "accountManagerAssigned",
            "wishesDiscussed",
            "needsDetermined",
            "deliveryBegun",
            "licenceOrdered",
            "applianceCreated",
            "applianceConfigured",
            "applianceHandedOver",
            "serviceActivated");

    private final JdbcClient database;
    private final JdbcClient ledger;
    private final long ledgerBefore;
    private final long mailsBefore;
    private final List<Path> logs;
    private final Set<String> accepted;
    private final Map<String, List<String>> breaches = new LinkedHashMap<>();

    Auditor(Site site, Set<String> accepted) {
        this.database = site.database();
        this.ledger = site.sandbox().ledger();
        this.ledgerBefore = site.ledgerBefore();
        this.mailsBefore = site.mailsBefore();
        this.logs = site.nodes().stream().map(Node::log).toList();
        this.accepted = accepted;
    }

    Audit audit() {
        List<OrderRow> orders = orders();
        List<EffectEntry> effects = effects();
        List<String> lost = lost(orders);
        List<String> doubles = doubles(effects);
        List<String> parked =
                orders.stream().filter(OrderRow::parked).map(OrderRow::number).toList();
        everyOrderEndsOrWaits(orders);
        effectsBelongToOrders(orders, effects);
        whatWasMadeForNothingIsGone(orders, effects);
        whatIsKeptIsThere(orders, effects);
        oneInstanceForEachOrder();
        Map<String, Long> deliveries = mailsReachWhomTheyAreFor();
        contractsStayAsTheyAre();
        nothingHangs();
        eventsAreALegalPath(orders);
        nothingPersonalInTheEngineOrLogs();
        long mails = deliveries.values().stream().mapToLong(Long::longValue).sum();
        int completed = (int) orders.stream().filter(OrderRow::completed).count();
        return new Audit(
                accepted.size(),
                completed,
                parked,
                lost,
                doubles,
                (int) mails,
                (int) mails - deliveries.size(),
                breaches);
    }

    /** I1, first half. */
    private List<String> lost(List<OrderRow> orders) {
        Set<String> known = orders.stream().map(OrderRow::number).collect(Collectors.toSet());
        List<String> lost = accepted.stream()
                .filter(order -> !known.contains(order))
                .sorted()
                .toList();
        breach("I1 accepted and not there", lost.stream());
        return lost;
    }

    /** I1: completed or left, or a person has a task or an incident; and what is closed has come to its end. */
    private void everyOrderEndsOrWaits(List<OrderRow> orders) {
        breach(
                "I1 neither ended nor waiting for a person",
                orders.stream()
                        .filter(order -> !order.closed() && order.tasks() == 0 && order.incidents() == 0)
                        .map(OrderRow::number));
        breach(
                "I1 closed and still running",
                orders.stream()
                        .filter(order -> order.closed() && order.instances() > 0)
                        .map(OrderRow::number));
    }

    /** I2. */
    private List<String> doubles(List<EffectEntry> effects) {
        Map<String, Long> made = effects.stream()
                .filter(effect -> MADE_ONCE.contains(effect.kind()) && accepted.contains(effect.reference()))
                .collect(groupingBy(effect -> effect.reference() + ": " + effect.kind(), counting()));
        made.putAll(effects.stream()
                .filter(effect -> effect.kind().equals("domain created") && accepted.contains(effect.reference()))
                .collect(groupingBy(
                        effect -> effect.reference() + ": domain created " + effect.objectId(), counting())));
        List<String> doubles = made.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .sorted()
                .toList();
        breach("I2 made more than once", doubles.stream());
        return doubles;
    }

    /** I2: no orphans, be it an effect that no order asked for or a port that no server has. */
    private void effectsBelongToOrders(List<OrderRow> orders, List<EffectEntry> effects) {
        Set<String> numbers = new TreeSet<>(database.sql("select number from service_order")
                .query(String.class)
                .list());
        breach(
                "I2 of no order",
                effects.stream()
                        .filter(effect -> MADE_ONCE.contains(effect.kind()))
                        .filter(effect -> !numbers.contains(effect.reference()))
                        .map(EffectEntry::toString));
        Map<String, Long> ports = new HashMap<>();
        effects.forEach(effect -> ports.merge(
                String.valueOf(effect.reference()),
                effect.kind().equals("port created") ? 1L : effect.kind().equals("port deleted") ? -1L : 0L,
                Long::sum));
        breach(
                "I2 ports beyond the first",
                orders.stream().map(OrderRow::number).filter(number -> ports.getOrDefault(number, 0L) > 1));
    }

    /** I2: what was made for an order that was left is taken back. */
    private void whatWasMadeForNothingIsGone(List<OrderRow> orders, List<EffectEntry> effects) {
        Map<String, Long> balance = new HashMap<>();
        effects.forEach(effect ->
                balance.merge(String.valueOf(effect.reference()), BALANCE.getOrDefault(effect.kind(), 0L), Long::sum));
        breach(
                "I2 left over",
                orders.stream()
                        .filter(OrderRow::left)
                        .map(OrderRow::number)
                        .filter(number -> balance.getOrDefault(number, 0L) != 0));
    }

    /** I3. */
    private void whatIsKeptIsThere(List<OrderRow> orders, List<EffectEntry> effects) {
        Map<String, Set<String>> licences = objects(effects, Set.of("licence created", "licence registered"));
        Map<String, Set<String>> servers = objects(effects, Set.of("server created"));
        breach(
                "I3 order and partner differ",
                orders.stream()
                        .filter(order -> !order.left())
                        .filter(order -> differs(order.licence(), licences.get(order.number()), order)
                                || differs(order.appliance(), servers.get(order.number()), order))
                        .map(OrderRow::toString));
        breach(
                "I3 done row and order differ",
                database
                        .sql("select e.effect_key from effect e join bams_order b on b.order_number = e.order_number"
                                + " join service_order o on o.number = e.order_number"
                                + " where e.state = 'done' and o.state = 'completed'"
                                + " and (e.step = 'orderLicence' and e.object_id <> b.licence_serial"
                                + " or e.step = 'createAppliance' and e.object_id <> b.appliance_id)")
                        .query(String.class)
                        .list()
                        .stream());
    }

    /** What is kept must be at the partner; what is at the partner must be kept as soon as nothing is under way. */
    private static boolean differs(String kept, Set<String> atPartner, OrderRow order) {
        if (kept == null) {
            return atPartner != null && order.completed();
        }
        return atPartner == null || !atPartner.contains(kept);
    }

    private static Map<String, Set<String>> objects(List<EffectEntry> effects, Set<String> kinds) {
        return effects.stream()
                .filter(effect -> kinds.contains(effect.kind()) && effect.reference() != null)
                .collect(groupingBy(
                        EffectEntry::reference, Collectors.mapping(EffectEntry::objectId, Collectors.toSet())));
    }

    /** I4. */
    private void oneInstanceForEachOrder() {
        Map<String, Integer> instances = database
                .sql("select business_key_ order_number, count(*) instances from act_hi_procinst"
                        + " where proc_def_key_ = 'bams-order' group by business_key_")
                .query((row, index) -> Map.entry(String.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        breach("I4 instances", accepted.stream().filter(order -> instances.getOrDefault(order, 0) != 1));
        breach(
                "I4 instances of no order",
                database
                        .sql("select business_key_ from act_hi_procinst where proc_def_key_ = 'bams-order'"
                                + " and business_key_ not in (select number from service_order)")
                        .query(String.class)
                        .list()
                        .stream());
    }

    /** I5; how often each mail of these orders was delivered. */
    private Map<String, Long> mailsReachWhomTheyAreFor() {
        Map<String, WrittenMail> written =
                written().stream().collect(Collectors.toMap(WrittenMail::messageId, Function.identity()));
        List<Delivery> delivered = deliveries();
        Map<String, Long> counts = delivered.stream().collect(groupingBy(Delivery::messageId, counting()));
        breach(
                "I5 not sent",
                written.values().stream().filter(mail -> !mail.sent()).map(WrittenMail::toString));
        breach("I5 sent and not delivered", written.keySet().stream().filter(id -> !counts.containsKey(id)));
        breach(NOBODYS_MAIL, counts.keySet().stream().filter(id -> !written.containsKey(id)));
        breach(
                "I5 in another's mail box",
                delivered.stream()
                        .filter(mail -> written.containsKey(mail.messageId()))
                        .filter(mail -> !mail.mailbox()
                                .equals(written.get(mail.messageId()).mailbox()))
                        .map(Delivery::toString));
        counts.keySet()
                .removeIf(id -> !written.containsKey(id)
                        || !accepted.contains(written.get(id).order()));
        return counts;
    }

    private List<WrittenMail> written() {
        return database.sql("select message_id, recipient_email, order_number, sent_at from correspondence")
                .query((row, index) -> new WrittenMail(
                        row.getString(1),
                        row.getString(2).toLowerCase(Locale.ROOT),
                        row.getString(3),
                        row.getTimestamp(4) != null))
                .list();
    }

    private List<Delivery> deliveries() {
        return ledger.sql("select message_id, mailbox from mail_delivery where id > ?")
                .param(mailsBefore)
                .query((row, index) -> new Delivery(String.valueOf(row.getString(1)), row.getString(2)))
                .list();
    }

    /** I6, as far as the database goes: kept, noted and attached to the mail it left by are one and the same file. */
    private void contractsStayAsTheyAre() {
        breach(
                "I6 contract",
                database
                        .sql("select c.order_number from contract c join order_document d on d.id = c.document_id"
                                + " join order_document_content f on f.document_id = d.id"
                                + " where c.sha256 <> d.sha256 or c.sha256 <> encode(sha256(f.content), 'hex')"
                                + " or not exists (select 1 from correspondence m join correspondence_attachment a"
                                + " on a.correspondence_id = m.id where m.order_number = c.order_number"
                                + " and encode(sha256(a.content), 'hex') = c.sha256)")
                        .query(String.class)
                        .list()
                        .stream());
    }

    /** I8, and I10: nothing that could run is left. */
    private void nothingHangs() {
        breach(
                "I10 still due",
                database
                        .sql("select handler_type_ || ' ' || id_ from act_ru_job where retries_ > 0"
                                + " and suspension_state_ = 1 and handler_type_ <> 'history-cleanup'"
                                + " and (duedate_ is null or duedate_ < now() - interval '10 seconds')")
                        .query(String.class)
                        .list()
                        .stream());
        breach(
                "I8 out of retries without incident",
                database
                        .sql("select id_ from act_ru_job j where retries_ = 0"
                                + " and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id_)")
                        .query(String.class)
                        .list()
                        .stream());
        breach(
                "I8 calling for long",
                database
                        .sql("select effect_key from effect where state = 'calling'"
                                + " and lease_until < now() - interval '10 minutes'")
                        .query(String.class)
                        .list()
                        .stream());
        breach(
                "I8 lease without job",
                database
                        .sql("select effect_key from effect e where lease_until > now()"
                                + " and not exists (select 1 from act_ru_job j join act_ru_execution x"
                                + " on x.id_ = j.process_instance_id_ where x.business_key_ = e.order_number)")
                        .query(String.class)
                        .list()
                        .stream());
    }

    /** I9: each milestone of a completed order once, and in the order of the model. */
    private void eventsAreALegalPath(List<OrderRow> orders) {
        Set<String> completed = orders.stream()
                .filter(OrderRow::completed)
                .map(OrderRow::number)
                .collect(Collectors.toSet());
        Map<String, List<String>> ways = new HashMap<>();
        database
                .sql("select order_number, kind from order_event order by id")
                .query((row, index) -> new String[] {row.getString(1), asOrdered(row.getString(2))})
                .list()
                .stream()
                .filter(event -> completed.contains(event[0]) && WAY.contains(event[1]))
                .forEach(event -> ways.computeIfAbsent(event[0], order -> new ArrayList<>())
                        .add(event[1]));
        breach(
                "I9 way",
                completed.stream()
                        .filter(order -> !WAY.equals(ways.get(order)))
                        .map(order -> order + " " + ways.get(order)));
    }

    /** A licence is ordered, or registered when it comes through a distributor. */
    private static String asOrdered(String event) {
        return event.equals("licenceRegistered") ? "licenceOrdered" : event;
    }

    /** I11. */
    private void nothingPersonalInTheEngineOrLogs() {
        for (String marker : Markers.ALL) {
            breach("I11 marker in the engine", engineColumns().filter(column -> holds(column, marker)));
            breach(
                    "I11 marker in a log",
                    logs.stream()
                            .filter(log -> text(log).contains(marker))
                            .map(log -> log.getFileName() + " " + marker));
        }
    }

    private static Stream<String> engineColumns() {
        return Stream.of(
                "act_ru_variable.text_",
                "act_hi_varinst.text_",
                "act_ru_incident.incident_msg_",
                "act_hi_incident.incident_msg_",
                "act_ru_job.exception_msg_",
                "act_ru_task.name_",
                "act_hi_procinst.business_key_");
    }

    private boolean holds(String column, String marker) {
        String[] parts = column.split("\\.");
        return database.sql("select count(*) from %s where %s like ?".formatted(parts[0], parts[1]))
                        .param("%" + marker + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<OrderRow> orders() {
        Map<String, OrderRow> all = database
                .sql("select o.number, o.state, b.licence_serial, b.appliance_id,"
                        + " (select count(*) from act_ru_execution x where x.parent_id_ is null"
                        + "  and x.business_key_ = o.number) instances,"
                        + " (select count(*) from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_"
                        + "  where x.business_key_ = o.number) tasks,"
                        + " (select count(*) from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_"
                        + "  where x.business_key_ = o.number and t.task_def_key_ in (" + TASKS_OF_TROUBLE
                        + ")) troubles,"
                        + " (select count(*) from act_ru_incident i join act_ru_execution x on x.id_ = i.proc_inst_id_"
                        + "  where x.business_key_ = o.number) incidents"
                        + " from service_order o left join bams_order b on b.order_number = o.number")
                .query((row, index) -> new OrderRow(
                        row.getString("number"),
                        row.getString("state"),
                        row.getString("licence_serial"),
                        row.getString("appliance_id"),
                        row.getInt("instances"),
                        row.getInt("tasks"),
                        row.getInt("troubles"),
                        row.getInt("incidents")))
                .list()
                .stream()
                .collect(Collectors.toMap(OrderRow::number, Function.identity()));
        return accepted.stream().map(all::get).filter(Objects::nonNull).toList();
    }

    private List<EffectEntry> effects() {
        return ledger.sql("select partner, kind, reference, object_id from ledger_effect"
                        + " where id > ? and partner <> 'mail' order by id")
                .param(ledgerBefore)
                .query((row, index) ->
                        new EffectEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private void breach(String what, Stream<String> found) {
        found.forEach(one ->
                breaches.computeIfAbsent(what, first -> new ArrayList<>()).add(one));
    }

    private record OrderRow(
            String number,
            String state,
            String licence,
            String appliance,
            int instances,
            int tasks,
            int troubles,
            int incidents) {

        boolean completed() {
            return state.equals("completed");
        }

        boolean left() {
            return Set.of("withdrawn", "cancelled", "rejected").contains(state);
        }

        boolean closed() {
            return completed() || left();
        }

        boolean parked() {
            return !closed() && (troubles > 0 || incidents > 0);
        }
    }

    private record EffectEntry(String partner, String kind, String reference, String objectId) {}

    private record WrittenMail(String messageId, String mailbox, String order, boolean sent) {}

    private record Delivery(String messageId, String mailbox) {}
}
