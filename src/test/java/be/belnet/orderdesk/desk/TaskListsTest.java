package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How Tasklist names its lists, tasks and processes, and what it counts. */
@OrderdeskTest
class TaskListsTest {
    private static final String CONTACT = "Mail administrator";

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void orderAtTheServiceDesk() {
        desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        register.university("nl"),
                        "contactName",
                        CONTACT,
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
    }

    @ParameterizedTest
    @CsvSource({
        "desk1, nl, group mine overdue escalated customer supplier, Taken van mijn groep",
        "manager1, fr, group mine overdue escalated customer supplier all overdueAll escalatedAll customerAll supplierAll, Toutes les tâches ouvertes",
        "auditor1, de, all overdueAll escalatedAll customerAll supplierAll, Alle offenen Aufgaben"
    })
    void listsAreThoseOfTheRoleInItsLanguage(String user, String language, String codes, String label)
            throws Exception {
        List<String> labels =
                json.readTree(read(user, language, "/desk/task-lists")).findValuesAsText("label");
        assertThat(labels).contains(label).hasSize(codes.split(" ").length).doesNotHaveDuplicates();
    }

    @Test
    void listsCountWhatTheirReaderSees() throws Exception {
        assertThat(count("desk1")).isPositive();
        JsonNode lists = json.readTree(read("desk1", "en", "/desk/task-lists"));
        assertThat(lists.findValuesAsText("urgent"))
                .containsExactlyInAnyOrder("false", "false", "true", "true", "false", "false");
    }

    @Test
    void tasksAndProcessesHaveNamesInTheReadersLanguage() throws Exception {
        JsonNode names = json.readTree(read("desk1", "nl", "/desk/model-names"));
        assertThat(names.path("BAMS order").asText()).isEqualTo("Bestelling van BAMS");
        assertThat(names.path("Introduce account manager").asText()).isEqualTo("Accountmanager voorstellen");
        names.fields()
                .forEachRemaining(name -> assertThat(name.getValue().asText()).doesNotContain("process.", "userTask_"));
    }

    private long count(String user) throws Exception {
        for (JsonNode list : json.readTree(read(user, "en", "/desk/task-lists"))) {
            if (list.path("name").asText().equals("My group's tasks")) {
                return list.path("count").asLong();
            }
        }
        throw new AssertionError("no such list");
    }

    private String read(String user, String language, String address) {
        HttpResponse<String> answer = call(user, language, address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> call(String user, String language, String address) {
        return new ApiCaller(port, user, language).get(address);
    }
}
