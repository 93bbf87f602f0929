package be.belnet.orderdesk.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.order.OrderFile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/** The morning's mail of people of these tests alone, who alone have an address. */
@ProcessTest
class DigestTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String WISHES = "userTask_discussWishes";

    @Autowired
    Digests digests;

    @Autowired
    StaffSettings settings;

    @Autowired
    Absences absences;

    @Autowired
    Covering covering;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    TestClock clock;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private String anna;
    private String bert;
    private String order;

    @BeforeEach
    void orderOfAnna() {
        anna = member("a");
        bert = member("b");
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", anna));
        jdbc.sql("update correspondence set sent_at = current_timestamp where sent_at is null")
                .update();
        // What other tests have left to the group is due some day, and would be news
        jdbc.sql("update act_ru_task set due_date_ = null where assignee_ is null")
                .update();
    }

    @AfterEach
    void everybodyGoes() {
        clock.putBack();
        jdbc.sql("delete from correspondence where order_number is null").update();
        jdbc.sql("delete from covered_task").update();
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from staff_setting").update();
        jdbc.sql("update team_round set done_on = date '2020-01-01'").update();
        List.of(anna, bert).forEach(identity::deleteUser);
    }

    @Test
    void mailTellsWhatIsDueAndWhereTheCustomerAnswered() {
        at(3, 7);
        orders.recordBy("customer", order, "mailTaken", Map.of("sender", "Administrator", "subject", "Hello"));
        morning(3);

        Sent mail = mailOf(anna).get(0);
        assertThat(mail.subject()).isEqualTo("Your orders this morning");
        assertThat(mail.text())
                .contains(
                        "Due today: 1",
                        "%s %s: Discuss wishes"
                                .formatted(order, orders.get(order).acronym()))
                .contains("#/?task=" + desk.task(order, WISHES).getId(), "/settings")
                .contains("Customers answered: 1", "/orders/" + order)
                .doesNotContain("Overdue", "For colleagues", "servicedesk@", "kind regards");
        assertThat(mail.html()).contains("href=\"http://localhost:8080/settings\"");
    }

    @Test
    void whatWasDueBeforeIsOverdue() {
        morning(4);
        assertThat(mailOf(anna).get(0).text()).contains("Overdue: 1").doesNotContain("Due today");
    }

    @Test
    void mailLeavesOnceADayHoweverManyNodesThereAre() throws Exception {
        at(3, 9);
        assertThat(AtOnce.run(4, digests::look)).isEmpty();
        jdbc.sql("update team_round set done_on = date '2020-01-01'").update();
        digests.look();
        assertThat(mailOf(anna)).hasSize(1);

        morning(4);
        assertThat(mailOf(anna)).hasSize(2);
    }

    @Test
    void nothingLeavesBeforeTheHourNorOnClosingDays() {
        at(3, 7);
        digests.look();
        assertThat(mailOf(anna)).isEmpty();

        at(3, 9);
        clock.toClosingDay();
        digests.look();
        assertThat(mailOf(anna)).isEmpty();
    }

    @Test
    void whoTurnedItOffIsAwayOrHasNothingToReadGetsNone() {
        settings.choose(anna, "nl", false);
        morning(3);
        assertThat(mailOf(anna)).isEmpty();
        assertThat(mailOf(bert)).isEmpty();

        settings.choose(anna, "nl", true);
        absences.enter(new NewAbsence(anna, absences.today(), absences.today().plusDays(20), bert), "manager1");
        covering.bringUpToDate();
        morning(4);
        assertThat(mailOf(anna)).isEmpty();
        assertThat(mailOf(bert).get(0).text()).contains("For colleagues who are away: 1", "(" + anna + ")");
    }

    @Test
    void whoReturnsFindsTheWayToWhatHappened() {
        at(0, 9);
        long absence = absences.enter(new NewAbsence(anna, absences.today(), absences.today(), bert), "manager1");
        covering.bringUpToDate();
        clock.forward(Duration.ofDays(1));
        covering.bringUpToDate();
        clock.toOpeningDay(0);
        digests.look();

        assertThat(mailOf(anna).get(0).text()).contains("/absences/" + absence);
    }

    @ParameterizedTest
    @CsvSource({"nl, Vandaag af te werken", "fr, À faire aujourd’hui", "de, Heute fällig"})
    void mailIsInTheLanguageOfThePersonsBrowserUntilOneIsChosen(String language, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        try {
            settings.signedOn(new InteractiveAuthenticationSuccessEvent(
                    UsernamePasswordAuthenticationToken.authenticated(anna, null, List.of()), getClass()));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        morning(3);
        assertThat(mailOf(anna).get(0).text()).contains(words).doesNotContain("Due today", "digest.");

        settings.choose(anna, "en", true);
        settings.noteLanguage(anna, language);
        assertThat(settings.of(anna).language()).isEqualTo("en");
    }

    @Test
    void mailsAreErasedAfterAMonth() {
        morning(3);
        assertThat(mailOf(anna)).hasSize(1);
        jdbc.sql("update correspondence set written_at = ? where order_number is null")
                .param(java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(40))))
                .update();
        settings.choose(anna, "en", false);
        morning(4);
        assertThat(mailOf(anna)).isEmpty();
    }

    private void morning(int openingDays) {
        at(openingDays, 9);
        digests.look();
    }

    /** On the n-th opening day from today, at an hour of Brussels. */
    private void at(int openingDays, int hour) {
        clock.putBack();
        clock.toOpeningDay(openingDays);
        clock.to(clock.today().atTime(hour, 0).atZone(BRUSSELS).toInstant());
    }

    private record Sent(String subject, String text, String html) {}

    private List<Sent> mailOf(String user) {
        return jdbc.sql("select * from correspondence where order_number is null and recipient_email = ? order by id")
                .param(user + "@belnet.example")
                .query((row, index) ->
                        new Sent(row.getString("subject"), row.getString("text_body"), row.getString("html_body")))
                .list();
    }

    private String member(String letter) {
        String id = letter + UUID.randomUUID().toString().substring(0, 8);
        var user = identity.newUser(id);
        user.setFirstName(id);
        user.setEmail(id + "@belnet.example");
        user.setPassword("secret-" + id);
        identity.saveUser(user);
        identity.createMembership(id, "customerRelations");
        return id;
    }
}
