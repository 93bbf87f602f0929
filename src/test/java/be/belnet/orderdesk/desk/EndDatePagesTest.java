package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.termination.Terminations;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asking for another end of a service, on the page of its notice and by the API. */
@OrderdeskTest
class EndDatePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    Terminations terminations;

    private String file;

    @BeforeEach
    void noticeThatWaitsForItsDay() {
        String customer = register.university("en");
        subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null);
        file = notices.letter("BAMS", customer, Map.of("exceptionAsked", true));
        desk.complete(
                file,
                "userTask_decideOnNotice",
                "manager1",
                Map.of("noticeDecision", "exception", "exceptionEndsOn", inDays(90), "reason", "Merger"));
    }

    @Test
    void pageAsksAManagerForAnotherDay() {
        var desk2 = new ApiCaller(port, "desk2", "nl");
        assertThat(desk2.get(page()).body()).contains("Een ander einde vragen", "Wachten op de laatste dag");
        assertThat(desk2.postForm(page() + "/end-date", Map.of("endsOn", inDays(30), "reason", "<b>Sooner</b>"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnNewDate");
        assertThat(terminations.registrants(file)).contains("desk2");
        assertThat(desk2.get(page()).body())
                .doesNotContain("Een ander einde vragen")
                .contains("&lt;b&gt;Sooner&lt;/b&gt;");
    }

    @Test
    void apiAsksAManagerForAnotherDay() {
        var desk2 = new ApiCaller(port, "desk2", "en");
        String body = "{\"endsOn\": \"%s\", \"reason\": \"Sooner\"}".formatted(inDays(30));
        assertThat(desk2.post("/api" + page() + "/end-date", body).statusCode()).isEqualTo(200);
        assertThat(desk2.post("/api" + page() + "/end-date", body).statusCode())
                .as("a manager decides already")
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"someday, Because, is not a date", "2020-01-01, Because, after today", "2999-01-01, '', is missing"})
    void requestThatMakesNoSenseIsRefusedInWords(String endsOn, String reason, String words) {
        var answer = new ApiCaller(port, "desk2", "en")
                .postForm(page() + "/end-date", Map.of("endsOn", endsOn, "reason", reason));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(desk.openTasks(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"operations1, 403", "auditor1, 403", "relations1, 302"})
    void onlyThoseWhoActOnOrdersMayAsk(String user, int status) {
        var answer = new ApiCaller(port, user, "en")
                .postForm(page() + "/end-date", Map.of("endsOn", inDays(30), "reason", "Sooner"));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private String page() {
        return "/orders/" + file;
    }

    private static String inDays(int days) {
        return LocalDate.now(ZoneId.of("Europe/Brussels")).plusDays(days).toString();
    }
}
