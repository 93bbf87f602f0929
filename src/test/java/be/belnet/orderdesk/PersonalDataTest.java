package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people enter stays in our own tables: none of it reaches a table of the engine or a log. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {
    private static final String MARKER = "Zyxmarker";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Watch watch;

    @Autowired
    OrderFile orders;

    @Autowired
    JdbcClient jdbc;

    private String order;

    @BeforeEach
    void orderWithAMarkerInEveryField() {
        String customer = register.university("fr");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "request", MARKER,
                        "contactName", MARKER,
                        "contactEmail", MARKER + "@customer.example",
                        "contactPhone", "+32 2 790 33 77",
                        "contactLanguage", "fr",
                        "ticketReference", MARKER,
                        "customerReference", MARKER));
        complete("userTask_reviewRequest", "desk1", Map.of("requestOutcome", "askCustomer", "reason", MARKER));
        complete(
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "accept", "acronym", customer, "reason", MARKER));
        complete("userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                "userTask_discussWishes",
                "relations1",
                Map.of("wishes", MARKER, "meetingNeeded", true, "meetingAt", tomorrow(), "meetingPlace", MARKER));
        complete("userTask_holdMeeting", "relations1", Map.of("minutes", MARKER));
        complete("userTask_determineNeeds", "relations1", needs(true));
        complete("userTask_arrangeAdvice", "relations1", Map.of("adviser", "adviser1", "appointmentAt", tomorrow()));
        complete("userTask_adviseCustomer", "adviser1", Map.of("advice", MARKER));
        complete("userTask_determineNeeds", "relations1", needs(false));
        complete("userTask_registerSignedCopies", "relations1", copies("textChanged"));
        complete("userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse", "reason", MARKER));
        complete("userTask_registerSignedCopies", "relations1", copies("none"));
        watch.untilHandOver(order);
        complete(
                "userTask_handOverAppliance",
                "operations1",
                Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx")));
        complete(
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", "post"));
    }

    @Test
    void markerStandsInNoTableOfTheEngineAndInNoLog(CapturedOutput log) {
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(tablesWith(MARKER, "SERVICE_ORDER"))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(tablesWith(MARKER, "ACT_")).isEmpty();
        assertThat(tablesWith("790 33 77", "ACT_")).isEmpty();
        assertThat(log.getAll())
                .contains("orderdesk")
                .doesNotContainIgnoringCase(MARKER)
                .doesNotContain("790 33 77");
    }

    /** Tables whose name begins so and that hold the words in any column, as text or within bytes. */
    private List<String> tablesWith(String words, String prefix) {
        List<String> found = new ArrayList<>();
        jdbc
                .sql("select table_name from information_schema.tables where upper(table_name) like ?")
                .param(prefix + "%")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> holds(table, words))
                .forEach(found::add);
        return found;
    }

    private boolean holds(String table, String words) {
        return jdbc.sql("select * from " + table).query().listOfRows().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(value -> text(value).toLowerCase().contains(words.toLowerCase()));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private void complete(String task, String user, Map<String, Object> answers) {
        desk.complete(order, task, user, answers);
    }

    private static Map<String, Object> needs(boolean advice) {
        return new HashMap<>(Map.of(
                "mailDomains",
                MARKER + ".example mx." + MARKER + ".example",
                "mailboxes",
                50,
                "technicalAdviceNeeded",
                advice));
    }

    private static Map<String, Object> copies(String defect) {
        return Map.of(
                "copiesReceived",
                2,
                "copy1Defect",
                "none",
                "copy2Defect",
                defect,
                "signatoryName",
                MARKER,
                "signatoryRole",
                MARKER,
                "receivedOn",
                LocalDate.now().toString());
    }

    private static String tomorrow() {
        return LocalDateTime.now().plusDays(1).withNano(0).toString();
    }
}
