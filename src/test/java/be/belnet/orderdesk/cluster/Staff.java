package be.belnet.orderdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.security.Browser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes an order through its tasks by the calls that Tasklist makes. */
class Staff {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final int port;
    private final JdbcClient database;

    Staff(int port, JdbcClient database) {
        this.port = port;
        this.database = database;
    }

    /** An order of this customer whose signed copies are here. */
    void signedOrder(String acronym) {
        order(acronym);
        complete("userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete("userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        complete(
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
        complete(
                "userTask_registerSignedCopies",
                "relations1",
                Map.of(
                        "copiesReceived",
                        2,
                        "signatoryName",
                        "The signatory",
                        "signatoryRole",
                        "Rector",
                        "receivedOn",
                        LocalDate.now().toString()));
    }

    void order(String acronym) {
        order(acronym, "Mail administrator", "mail-admin@customer.example");
    }

    void order(String acronym, String name, String email) {
        start(
                "bams-order",
                Map.of("acronym", acronym, "contactName", name, "contactEmail", email, "contactLanguage", "en"));
    }

    void start(String process, Map<String, Object> answers) {
        String definition = database.sql("select id_ from act_re_procdef where key_ = ?")
                .param(process)
                .query(String.class)
                .single();
        submit(new Browser(port).signIn("desk1"), "/process-definition/" + definition, answers);
    }

    void complete(String task, String user, Map<String, Object> answers) {
        String id = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> tasks(task), found -> !found.isEmpty())
                .get(0);
        Browser person = new Browser(port).signIn(user);
        person.call("POST", ENGINE + "/task/" + id + "/claim", json(Map.of("userId", user)));
        submit(person, "/task/" + id, answers);
    }

    private List<String> tasks(String task) {
        return database.sql("select id_ from act_ru_task where task_def_key_ = ? order by create_time_ desc")
                .param(task)
                .query(String.class)
                .list();
    }

    private static void submit(Browser person, String what, Map<String, Object> answers) {
        var variables = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Map.of("value", answer.getValue())));
        var answer = person.call("POST", ENGINE + what + "/submit-form", json(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isIn(200, 204);
    }

    private static String json(Map<String, ?> values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
