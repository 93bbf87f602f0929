package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Portfolios;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.Covering;
import be.belnet.orderdesk.team.NewAbsence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All work of people of these tests alone, handed over by a manager. */
@ProcessTest
class HandOverTest {
    private static final String WISHES = "userTask_discussWishes";
    private static final String NEEDS = "userTask_determineNeeds";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Portfolios portfolios;

    @Autowired
    Absences absences;

    @Autowired
    Covering covering;

    @Autowired
    TestClock clock;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private ApiCaller manager;
    private String anna;
    private String bert;
    private String carl;
    private String customer;
    private String order;

    @BeforeEach
    void workOfAnna() {
        manager = new ApiCaller(port, "manager1", "en");
        anna = member("a");
        bert = member("b");
        carl = member("c");
        customer = register.university("nl");
        jdbc.sql("update customer_organisation set account_manager = ? where acronym = ?")
                .params(anna, customer)
                .update();
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", customer,
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", anna));
    }

    @AfterEach
    void everybodyGoes() {
        clock.putBack();
        jdbc.sql("delete from covered_task").update();
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from hand_over").update();
        List.of(anna, bert, carl).forEach(identity::deleteUser);
    }

    @Test
    void previewListsWhatMovesAndMovesNothing() {
        String page = manager.get("/handover?former=%s&colleague=%s".formatted(anna, bert))
                .body();

        assertThat(page)
                .contains("Open tasks: 1", "Open orders: 1", "Customers: 1", order, customer, "Discuss wishes")
                .doesNotContain("??");
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(anna);
    }

    @Test
    void oneDecisionMovesTasksOrdersAndCustomers() {
        assertThat(handOver(anna, bert).statusCode()).isEqualTo(302);

        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(bert);
        assertThat(orders.get(order).accountManager()).isEqualTo(bert);
        assertThat(customers.find(customer).orElseThrow().accountManager()).isEqualTo(bert);
        assertThat(portfolios.of(anna)).isEmpty();
        assertThat(orders.events(order))
                .filteredOn(event -> event.actor().equals("manager1"))
                .extracting(OrderEvent::kind, OrderEvent::facts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "taskHandedOver", Map.of("activity", WISHES, "former", anna, "colleague", bert)),
                        org.assertj.core.groups.Tuple.tuple("accountManagerAssigned", Map.of("accountManager", bert)));
        assertThat(manager.get("/handover").body()).contains("Tasks: 1, orders: 1, customers: 1");

        desk.complete(order, WISHES, bert, Map.of("wishes", "Less spam"));
        assertThat(desk.task(order, NEEDS).getAssignee()).isEqualTo(bert);
    }

    @Test
    void whatASubstituteHasMovesTooAndWhatIsHeldForAnotherGoesBackToThatOne() {
        away(anna, 2, bert);
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(bert);

        handOver(bert, carl);
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(carl);
        clock.forward(Duration.ofDays(3));
        covering.bringUpToDate();
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(anna);

        clock.putBack();
        jdbc.sql("delete from covered_task").update();
        jdbc.sql("delete from absence").update();
        away(anna, 2, bert);
        handOver(anna, carl);
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(carl);
        clock.forward(Duration.ofDays(3));
        covering.bringUpToDate();
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(carl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | choose somebody else | does not belong to all groups | is away today | nothing to hand over",
                "nl | kies iemand anders | niet tot alle groepen | vandaag afwezig | niets over te dragen",
                "fr | quelqu’un d’autre | pas à tous les groupes | absent aujourd’hui | rien à transmettre",
                "de | jemand anderen | nicht zu allen Gruppen | heute abwesend | nichts zu übergeben"
            })
    void whatCannotBeIsRefusedInWords(String language, String same, String group, String away, String nothing) {
        ApiCaller reader = manager.reading(language);
        away(bert, 1, carl);

        assertThat(handOver(reader, anna, anna)).contains(same);
        assertThat(handOver(reader, anna, "operations1")).contains(group);
        assertThat(handOver(reader, anna, bert)).contains(away);
        assertThat(handOver(reader, carl, anna)).contains(nothing);
        assertThat(handOver(reader, "", "nobody")).contains("role=\"alert\"");
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(anna);
    }

    @Test
    void onlyManagersDecide() {
        for (String other : List.of("desk1", "relations1", "auditor1", "admin")) {
            assertThat(manager.as(other).get("/handover").statusCode()).isEqualTo(403);
            assertThat(manager.as(other)
                            .postForm("/handover", Map.of("former", anna, "colleague", bert))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(desk.task(order, WISHES).getAssignee()).isEqualTo(anna);
    }

    private void away(String who, int days, String substitute) {
        absences.enter(new NewAbsence(who, absences.today(), absences.today().plusDays(days), substitute), "manager1");
        covering.bringUpToDate();
    }

    private java.net.http.HttpResponse<String> handOver(String from, String to) {
        return manager.postForm("/handover", Map.of("former", from, "colleague", to));
    }

    private static String handOver(ApiCaller reader, String from, String to) {
        var answer = reader.postForm("/handover", Map.of("former", from, "colleague", to));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private String member(String letter) {
        String id = letter + UUID.randomUUID().toString().substring(0, 8);
        var user = identity.newUser(id);
        user.setFirstName(id);
        user.setPassword("secret-" + id);
        identity.saveUser(user);
        identity.createMembership(id, "customerRelations");
        return id;
    }
}
