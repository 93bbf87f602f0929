package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.Waits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of lists as we read them are those that the engine would give, and so are their lengths. */
@OrderdeskTest
class TaskPagesTest {
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    @Autowired
    Waits waits;

    @Autowired
    ObjectMapper json;

    /** One of each kind that lists tell apart. */
    @BeforeEach
    void tasksOfEachKind() {
        due(received(), Duration.ofDays(-30));
        due(received(), Duration.ofHours(-1));
        due(received(), Duration.ofDays(30));
        Task late = received();
        due(late, Duration.ofDays(-30));
        wait(late, Turn.CUSTOMER);
        wait(received(), Turn.SUPPLIER);
        Task taken = received();
        tasks.claim(taken.getId(), "desk1");
        processes.suspendProcessInstanceById(received().getProcessInstanceId());
        due(taken, Duration.ofDays(-20));
    }

    @ParameterizedTest
    @CsvSource({
        "desk1, created, desc",
        "desk1, dueDate, asc",
        "desk1, followUpDate, desc",
        "desk2, dueDate, desc",
        "relations1, created, asc",
        "manager1, created, desc",
        "manager1, dueDate, asc",
        "auditor1, followUpDate, asc"
    })
    void pagesAreThoseOfTheEngine(String user, String property, String direction) {
        var reader = new Browser(port).signIn(user);
        JsonNode lists =
                read(reader.get(FILTERS + "?resourceType=Task&maxResults=50").body());
        assertThat(lists).isNotEmpty().allSatisfy(list -> {
            String address = FILTERS + "/" + list.path("id").asText();
            String ours = query(property, direction, "");
            String engines = query(property, direction, ", \"nameNotEqual\": \"Nothing\"");
            String time = property.replace("Date", "");
            assertThat(page(reader, address, ours, 0, 500).findValuesAsText("id"))
                    .as(list.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(
                            page(reader, address, engines, 0, 500).findValuesAsText("id"));
            assertThat(page(reader, address, ours, 3, 7).findValuesAsText(time))
                    .isEqualTo(page(reader, address, engines, 3, 7).findValuesAsText(time));
            assertThat(count(reader, address, ours))
                    .isEqualTo(Math.min(count(reader, address, engines), TaskPages.MOST_COUNTED));
        });
    }

    @ParameterizedTest
    @CsvSource({"name", "priority"})
    void otherOrdersAreTheEngines(String property) {
        var desk1 = new Browser(port).signIn("desk1");
        JsonNode lists =
                read(desk1.get(FILTERS + "?resourceType=Task&maxResults=50").body());
        String address = FILTERS + "/" + lists.get(0).path("id").asText();

        assertThat(page(desk1, address, query(property, "asc", ""), 0, 7).findValuesAsText("id"))
                .isNotEmpty();
    }

    @Test
    void whatHasAnIndexIsReadInItsOrder() {
        assertThat(TaskPages.order(new TaskQueryImpl().orderByTaskCreateTime().desc()))
                .hasValue("t.create_time_ desc, t.id_");
        assertThat(TaskPages.order(new TaskQueryImpl().orderByDueDate().asc())).hasValue("t.due_date_ asc, t.id_");
        assertThat(TaskPages.order(new TaskQueryImpl().orderByTaskName().asc())).isEmpty();
        assertThat(TaskPages.order(new TaskQueryImpl()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskName()
                        .asc()))
                .isEmpty();
    }

    /** As Tasklist asks. */
    private static String query(String property, String direction, String more) {
        return """
                {"processVariables": [], "taskVariables": [], "caseInstanceVariables": [], "firstResult": 0, "maxResults": 15,
                 "sorting": [{"sortOrder": "%s", "sortBy": "%s"}], "active": true%s}""".formatted(direction, property, more);
    }

    private JsonNode page(Browser reader, String address, String query, int first, int most) {
        String page = "/list?firstResult=%d&maxResults=%d".formatted(first, most);
        JsonNode answer = read(reader.call("POST", address + page, query).body());
        assertThat(answer.isArray()).as(answer.toString()).isTrue();
        return answer;
    }

    private long count(Browser reader, String address, String query) {
        return read(reader.call("POST", address + "/count", query).body())
                .path("count")
                .asLong();
    }

    private JsonNode read(String answer) {
        try {
            return json.readTree(answer);
        } catch (IOException malformed) {
            throw new UncheckedIOException(answer, malformed);
        }
    }

    private Task received() {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        register.university("nl"),
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
        return desk.task(order, "userTask_introduceAccountManager");
    }

    private void due(Task task, Duration from) {
        Task fresh = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        fresh.setDueDate(Date.from(Instant.now().plus(from)));
        tasks.saveTask(fresh);
    }

    private void wait(Task task, Turn side) {
        waits.begin(task.getId(), new Wait(side, LocalDate.now().plusDays(9), "They said so"));
    }
}
