package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.team.StaffSetting;
import be.belnet.orderdesk.team.StaffSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody chooses for themselves. */
@OrderdeskTest
class SettingsPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    StaffSettings settings;

    @Autowired
    JdbcClient jdbc;

    private ApiCaller desk;

    @BeforeEach
    void person() {
        desk = new ApiCaller(port, "desk1", "en");
    }

    @AfterEach
    void nothingChosen() {
        jdbc.sql("delete from staff_setting").update();
    }

    @Test
    void choiceIsKeptAndShown() {
        assertThat(desk.get("/settings").body()).contains("checked=\"checked\"", "no mail address of yours");

        assertThat(desk.postForm("/settings", Map.of("language", "fr")).statusCode())
                .isEqualTo(302);
        assertThat(settings.of("desk1")).isEqualTo(new StaffSetting("desk1", "fr", false, null));
        assertThat(settings.of("desk2").digest()).isTrue();
        assertThat(desk.get("/settings").body())
                .doesNotContain("checked=\"checked\"")
                .contains("value=\"fr\" lang=\"fr\" selected=\"selected\"");

        desk.postForm("/settings", Map.of("language", "nl", "digest", "true"));
        assertThat(settings.of("desk1")).isEqualTo(new StaffSetting("desk1", "nl", true, null));
    }

    @Test
    void unknownLanguageIsRefusedInWords() {
        var answer = desk.postForm("/settings", Map.of("language", "tlh"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“Language of mails to you”: choose one of the options offered.");
        assertThat(settings.of("desk1").language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"nl, Mijn instellingen", "fr, Mes paramètres", "de, Meine Einstellungen"})
    void pageSpeaksTheReadersLanguage(String language, String title) {
        assertThat(desk.reading(language).get("/settings").body())
                .contains("<h1>" + title)
                .doesNotContain("??")
                .doesNotContainPattern("[>\"](settings|field|absence)\\.\\w");
    }

    @Test
    void whoHasNoTasksIsOfferedNoMorningMail() {
        assertThat(desk.as("auditor1").get("/settings").body())
                .contains("name=\"language\"")
                .doesNotContain("name=\"digest\"");
    }
}
