package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.customer.Contact;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two customers become one, and what used the acronym of the one that goes goes on. */
@ProcessTest
class CustomerMergeTest {
    private static final LocalDate START = LocalDate.of(2024, 3, 1);
    private static final String MERGES = "/api/customers/merges";

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    CustomerRegister customers;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    OrderFile orders;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private String goes;
    private String remains;
    private ApiCaller relations;
    private ApiCaller manager;

    @BeforeEach
    void twoCustomers() {
        goes = register.university("fr");
        remains = register.university("nl");
        relations = new ApiCaller(port, "relations1", "en");
        manager = relations.as("manager1");
    }

    @Test
    void previewTellsWhatMovesAndWhatStays() throws IOException {
        Subscription mail = mailSecurity(goes);
        String open = known.order("DCS", goes, "fr");
        register.giveMailDomain(goes, goes.toLowerCase(Locale.ROOT) + ".example");
        shareContact();

        JsonNode found = preview();

        assertThat(names(found, "acronyms")).containsExactly(goes);
        assertThat(names(found, "contacts")).containsExactly("technical@" + goes.toLowerCase(Locale.ROOT) + ".example");
        assertThat(names(found, "contactsUnited")).containsExactly(shared());
        assertThat(names(found, "mailDomains")).containsExactly(goes.toLowerCase(Locale.ROOT) + ".example");
        assertThat(names(found, "openFiles")).contains(open);
        assertThat(names(found, "subscriptions")).containsExactly("BAMS " + mail.id());
        assertThat(names(found, "contracts")).containsExactly(mail.agreement().contractNumber());
        assertThat(kinds(found)).containsOnly("moves", "stays");
    }

    @Test
    void bothAcronymsFindTheOneThatRemains() throws IOException {
        Subscription mail = mailSecurity(goes);
        String closed = known.order("DCS", goes, "fr");
        orders.close(closed, OrderState.COMPLETED, null);
        String open = known.order("DCS", goes, "fr");
        register.giveMailDomain(goes, goes.toLowerCase(Locale.ROOT) + ".example");
        merged(Set.of());

        assertThat(customers.find(goes)).map(Organisation::acronym).hasValue(remains);
        assertThat(orders.get(open).acronym()).isEqualTo(remains);
        assertThat(orders.get(closed).acronym()).isEqualTo(goes);
        for (String acronym : List.of(goes, remains)) {
            assertThat(list("/api/orders?q=" + acronym, "orders", "number")).contains(open, closed);
            assertThat(list("/api/customers?q=" + acronym, "organisations", "acronym"))
                    .containsExactly(remains);
            assertThat(list("/api/subscriptions?q=" + acronym, "subscriptions", "customer"))
                    .containsExactly(remains);
            assertThat(subscriptions.running(acronym, "BAMS"))
                    .extracting(Subscription::id)
                    .containsExactly(mail.id());
        }
        assertThat(relations.get("/customers/" + goes).body()).contains("Organisation " + remains, goes);
    }

    @Test
    void mailsAndStartFormsOfTheOldAcronymAreOfTheOneThatRemains() throws IOException {
        String domain = goes.toLowerCase(Locale.ROOT) + ".example";
        register.giveMailDomain(goes, domain);
        merged(Set.of());

        Letter named = Letter.of(
                "ict@elsewhere.example", "Aanvraag BAMS", "Wij bestellen BAMS. Ons acroniem is " + goes + ".");
        post.take(named);
        Letter from = Letter.of("ict@" + domain, "Aanvraag DCS", "Wij willen graag DCS-certificaten bestellen.");
        post.take(from);
        String typed = desk.start(
                "desk1",
                "dcs-order",
                Map.of(
                        "acronym",
                        goes,
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "pki@" + domain,
                        "contactLanguage",
                        "fr"));

        assertThat(post.order(named).acronym()).isEqualTo(remains);
        assertThat(post.order(from).acronym()).isEqualTo(remains);
        assertThat(desk.order(typed).acronym()).isEqualTo(remains);
    }

    @Test
    void orderThatRunsGoesOnToItsEnd() throws IOException {
        String order = way.contractOut(goes, "fr");
        merged(Set.of());
        way.registerCopies(order, Map.of());

        assertThat(desk.order(order).acronym()).isEqualTo(remains);
        assertThat(orders.events(order)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("customerMerged");
            assertThat(event.facts()).containsEntry("from", goes).containsEntry("into", remains);
        });
        assertThat(subscriptions.ofOrder(order).map(Subscription::acronym)).hasValue(remains);
        assertThat(desk.openTasks(order)).contains("userTask_countersignContract");
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ in (?, ?)")
                        .params(goes, remains)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void contactsWithOneAddressAreUnited() throws IOException {
        shareContact();
        merged(Set.of());

        List<Contact> all = customers.contacts(remains);
        assertThat(all).extracting(Contact::email).doesNotHaveDuplicates().hasSize(3);
        assertThat(all)
                .filteredOn(contact -> contact.email().equals(shared()))
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.roles()).containsExactlyInAnyOrder(ContactRole.TECHNICAL, ContactRole.SIGNATORY);
                    assertThat(contact.phone()).isEqualTo("+32 2 123 45 67");
                    assertThat(contact.language()).isEqualTo("nl");
                });
        assertThat(customers.findByContact(shared())).map(Organisation::acronym).hasValue(remains);
    }

    @Test
    void whatBothHaveMustBeAcceptedAndThenBothGoOn() throws IOException {
        Subscription one = mailSecurity(goes);
        Subscription other = mailSecurity(remains);
        List<String> codes = codes(preview());

        assertThat(propose(relations, Set.of()).statusCode()).isEqualTo(400);
        assertThat(codes).isNotEmpty();
        merged(Set.copyOf(codes));

        assertThat(subscriptions.running(remains, "BAMS"))
                .extracting(Subscription::id)
                .containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void conflictThatCameUpSinceStopsTheDecision() throws IOException {
        mailSecurity(goes);
        long id = id(propose(relations, Set.of()));
        mailSecurity(remains);

        assertThat(approve(manager, id).statusCode()).isEqualTo(400);
        assertThat(customers.find(goes)).map(Organisation::acronym).hasValue(goes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calling", "unknown"})
    void nothingIsMergedWhileNobodyKnowsWhatAPartnerDid(String state) throws IOException {
        String order = known.order("DCS", goes, "fr");
        jdbc.sql("insert into effect (effect_key, order_number, partner, step, state, attempts, intended_at)"
                        + " values (?, ?, 'sectigo', 'createOrganisation', ?, 1, current_timestamp)")
                .params(order + "/createOrganisation", order, state)
                .update();

        assertThat(names(preview(), "effectUnderWay")).containsExactly(order);
        assertThat(propose(relations, Set.of()).statusCode()).isEqualTo(400);

        jdbc.sql("update effect set state = 'done' where order_number = ?")
                .param(order)
                .update();
        assertThat(propose(relations, Set.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void twoMigrationsAreNotMerged() throws IOException {
        Stream.of(goes, remains)
                .forEach(customer -> jdbc.sql("update service_order set kind = 'migration' where number = ?")
                        .param(known.order("DCS", customer, "fr"))
                        .update());

        assertThat(names(preview(), "bothMigrate")).hasSize(2);
        assertThat(propose(relations, Set.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void whoProposedItDoesNotDecide() throws IOException {
        long id = id(propose(manager, Set.of()));

        assertThat(approve(manager, id).statusCode()).isEqualTo(400);
        assertThat(approve(manager, id).body()).contains("somebody else has to decide");
        assertThat(approve(relations, id).statusCode()).isEqualTo(403);
        assertThat(reject(relations, id).statusCode()).isEqualTo(403);
        assertThat(read(reject(manager, id)).path("state").asText()).isEqualTo("withdrawn");
        assertThat(approve(manager, id).statusCode()).isEqualTo(400);
        assertThat(customers.find(goes)).map(Organisation::acronym).hasValue(goes);
    }

    @Test
    void proposedAgainIsTheSameAndElsewhereIsRefused() throws IOException {
        long id = id(propose(relations, Set.of()));
        String third = register.university("en");

        assertThat(id(propose(relations, Set.of()))).isEqualTo(id);
        var elsewhere = relations.post(MERGES, body(goes, third, Set.of()));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("proposed already");
        assertThat(read(reject(manager, id)).path("state").asText()).isEqualTo("rejected");
        assertThat(relations.post(MERGES, body(goes, third, Set.of())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void twiceAndByManyAtOnceIsOnce() throws Exception {
        Subscription mail = mailSecurity(goes);
        long id = id(propose(relations, Set.of()));

        assertThat(AtOnce.run(
                        4, () -> assertThat(approve(manager, id).statusCode()).isEqualTo(200)))
                .isEmpty();

        assertThat(approve(manager, id).statusCode()).isEqualTo(200);
        assertThat(subscriptions.history(mail.id()))
                .extracting(SubscriptionEvent::kind)
                .containsOnlyOnce("customerMerged");
        assertThat(propose(relations, Set.of()).body()).contains("Both are " + remains);
    }

    @Test
    void eachIntoTheOtherAtOnceMergesOnce() throws Exception {
        long one = id(propose(relations, Set.of()));
        long other = id(relations.post(MERGES, body(remains, goes, Set.of())));

        List<Integer> answers = new CopyOnWriteArrayList<>();
        var ids = new ConcurrentLinkedQueue<>(List.of(one, other));
        AtOnce.run(2, () -> answers.add(approve(manager, ids.poll()).statusCode()));

        assertThat(answers).containsExactlyInAnyOrder(200, 400);
        assertThat(customers.find(goes)).isEqualTo(customers.find(remains)).isPresent();
    }

    @Test
    void invoicingLearnsWhoHasItNow() throws IOException {
        mailSecurity(goes);
        merged(Set.of());

        String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        assertThat(manager.get("/api/invoicing?from=%s&to=%s".formatted(today, today))
                        .body()
                        .lines())
                .anySatisfy(line -> assertThat(line).startsWith("customer,").contains(remains, "BAMS-2026-01-base"));
    }

    @ParameterizedTest
    @CsvSource({"leaving,NOBODY", "remaining,NOBODY", "leaving,''", "remaining,''"})
    void unknownCustomersAreRefused(String field, String acronym) throws IOException {
        String body = field.equals("leaving") ? body(acronym, remains, Set.of()) : body(goes, acronym, Set.of());

        var answer = relations.post(MERGES, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("errors").get(0).path("field").asText()).isEqualTo(field);
    }

    @Test
    void pagesShowThePreviewAndAreNotForEverybody() throws IOException {
        mailSecurity(goes);
        String page = relations
                .get("/customers/merges?leaving=%s&remaining=%s".formatted(goes, remains))
                .body();
        assertThat(page).contains("Contracts, which keep their party", "Propose");
        assertThat(relations
                        .postForm("/customers/merges", Map.of("leaving", goes, "remaining", remains))
                        .body())
                .contains("Reason");
        var sent = relations.postForm(
                "/customers/merges", Map.of("leaving", goes, "remaining", remains, "reason", "One house now"));
        assertThat(sent.statusCode()).isEqualTo(302);
        String path = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");

        assertThat(relations.get(path).body())
                .contains("One house now", "Withdraw")
                .doesNotContain("/approval");
        assertThat(manager.get(path).body()).contains("/approval");
        assertThat(manager.postForm(path + "/approval", Map.of()).statusCode()).isEqualTo(302);
        assertThat(manager.get(path).body()).contains("has become part of");
        assertThat(relations.as("desk1").get("/customers/merges").statusCode()).isEqualTo(403);
        assertThat(relations.as("operations1").get(MERGES).statusCode()).isEqualTo(403);
        assertThat(manager.get("/customers/merges/999999999").statusCode()).isEqualTo(404);
    }

    private Subscription mailSecurity(String acronym) {
        Subscription other = known.mailSecurity("nl", START, null);
        jdbc.sql("update subscription set acronym = ? where id = ?")
                .params(acronym, other.id())
                .update();
        orders.close(other.orderNumber(), OrderState.COMPLETED, null);
        return subscriptions.get(other.id());
    }

    private void shareContact() {
        jdbc.sql(
                        "update customer_contact set email = ?, email_key = ?, phone = '+32 2 123 45 67' where organisation_id ="
                                + " (select id from customer_organisation where acronym = ?) and roles = 'signatory'")
                .params(shared(), shared(), goes)
                .update();
    }

    /** Of the remaining one's technical contact. */
    private String shared() {
        return "technical@" + remains.toLowerCase(Locale.ROOT) + ".example";
    }

    private void merged(Set<String> accepted) throws IOException {
        var done = approve(manager, id(propose(relations, accepted)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private JsonNode preview() throws IOException {
        return read(relations.get(MERGES + "/preview?leaving=%s&remaining=%s".formatted(goes, remains)));
    }

    private HttpResponse<String> propose(ApiCaller caller, Set<String> accepted) throws IOException {
        return caller.post(MERGES, body(goes, remains, accepted));
    }

    private HttpResponse<String> approve(ApiCaller caller, long id) {
        return caller.post(MERGES + "/" + id + "/approval", "{}");
    }

    private HttpResponse<String> reject(ApiCaller caller, long id) {
        return caller.post(MERGES + "/" + id + "/rejection", "{\"reason\": \"Not now\"}");
    }

    private String body(String leaving, String remaining, Set<String> accepted) throws IOException {
        return json.writeValueAsString(
                Map.of("leaving", leaving, "remaining", remaining, "accepted", accepted, "reason", "One house now"));
    }

    private long id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer).path("id").asLong();
    }

    private List<String> list(String path, String array, String field) throws IOException {
        return StreamSupport.stream(read(manager.get(path)).path(array).spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private static List<String> names(JsonNode found, String what) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(finding -> finding.path("what").asText().equals(what))
                .flatMap(finding -> StreamSupport.stream(finding.path("names").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> codes(JsonNode found) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(finding -> finding.path("kind").asText().equals("conflict"))
                .map(finding -> finding.path("code").asText())
                .toList();
    }

    private static List<String> kinds(JsonNode found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(finding -> finding.path("kind").asText())
                .toList();
    }
}
