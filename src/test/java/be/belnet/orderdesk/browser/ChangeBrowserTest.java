package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change from its start form to the page that shows both sides, and two customers that become one. */
@BrowserTest
class ChangeBrowserTest {
    private static final List<String> LANGUAGES = List.of("fr-BE");

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    OrderFile orders;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    ChangeBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void deskChangesWhatACustomerHas() {
        String customer = register.university("fr");
        long id = subscribers.mailSecurity(
                customer, LocalDate.of(2024, 3, 1), null, "customer.example", "old.customer.example");
        jdbc.sql("update subscription set price_line = 'BAMS-2026-02-base' where id = ?")
                .param(id)
                .update();
        String file = start(customer);
        determine(file);
        inEachLanguage("manager1", file, "92-approve-change");
        try (Person manager = person("manager1", "en-GB")) {
            manager.work(file, "Approve change")
                    .mark("changeApproval", 0)
                    .write("mailWords", "Nos excuses pour l’attente.");
            manager.page().locator(".orderdesk-mail button").click();
            assertThat(manager.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                    .containsText("Nos excuses pour l’attente.");
            manager.picture("92-approve-change-mail");
            manager.done();
        }
        inEachLanguage("relations1", file, "93-register-annex");
        try (Person relations = person("relations1", "en-GB")) {
            relations.work(file, "Register annex").mark("annexOutcome", 0);
            relations.done();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.get(file).state() == OrderState.COMPLETED);
        for (String language : LANGUAGES) {
            try (Person relations = person("relations1", language)) {
                relations.page().navigate("/orders/" + file);
                assertThat(relations
                                .page()
                                .locator("section[aria-labelledby=comparison] tbody tr")
                                .first())
                        .containsText("new.customer.example");
                Person.wholePicture(relations.page(), "94-change-" + language);
            }
        }
    }

    @Test
    void certificatesHaveAFormOfTheirOwn() {
        String customer = register.university("nl");
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1), "pki.example");
        try (Person desk = person("desk1", "en-GB")) {
            desk.startForm("Service change")
                    .mark("service", 1)
                    .write("acronym", customer)
                    .write("request", "Please add labo.example, and another administrator.")
                    .write("contactName", "Beheerder")
                    .write("contactEmail", "pki@customer.example")
                    .mark("contactLanguage", 0);
            assertThat(desk.start()).containsText("started");
        }
        String file = open(customer, "DCS");
        inEachLanguage("desk1", file, "95-determine-certificate-change");
        try (Person desk = person("desk1", "en-GB")) {
            desk.work(file, "Determine certificate change")
                    .mark("changeReview", 0)
                    .write("domains", "pki.example\nlabo.example")
                    .write("administrators", "Deputy; Administrator; deputy@pki.example");
            desk.done();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.get(file).state() == OrderState.COMPLETED);
    }

    @Test
    void twoPeopleMergeTwoCustomersWithTheKeyboard() {
        String goes = register.university("nl");
        String remains = register.university("nl");
        subscribers.mailSecurity(goes, LocalDate.of(2024, 3, 1), null, "goes.example");
        subscribers.mailSecurity(remains, LocalDate.of(2024, 3, 1), null, "remains.example");
        for (String language : LANGUAGES) {
            try (Person relations = person("relations1", language)) {
                relations.page().navigate("/customers/merges?leaving=%s&remaining=%s".formatted(goes, remains));
                Person.wholePicture(relations.page(), "96-merge-" + language);
            }
        }
        String merge = propose(goes, remains);
        try (Person manager = person("manager1", "en-GB")) {
            Page page = manager.page();
            page.navigate(merge);
            Person.wholePicture(page, "97-merge-proposed");
            page.locator("form[action$=approval] button").press("Enter");
            assertThat(page.locator("[role=status]")).containsText("has become part of");
            Person.wholePicture(page, "98-merged");
            page.navigate("/customers/" + goes);
            assertThat(page.locator("h1")).containsText(remains);
            page.setViewportSize(375, 800);
            for (String address : List.of("/customers/merges", merge)) {
                page.navigate(address);
                org.assertj.core.api.Assertions.assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(address)
                        .isTrue();
            }
        }
    }

    private String propose(String goes, String remains) {
        try (Person relations = person("relations1", "en-GB")) {
            Page page = relations.page();
            page.navigate("/customers/merges");
            page.locator("#leaving").focus();
            page.keyboard().type(goes);
            page.keyboard().press("Tab");
            page.keyboard().type(remains);
            page.keyboard().press("Enter");
            page.locator("#accepted-0").focus();
            page.keyboard().press("Space");
            page.locator("#reason").fill("One house since the first of November.");
            page.locator("form[method=post] button[type=submit], form[method=post] button")
                    .last()
                    .press("Enter");
            assertThat(page.locator("h1")).containsText(goes);
            return page.url().substring(page.url().indexOf("/customers/"));
        }
    }

    private String start(String customer) {
        for (String language : LANGUAGES) {
            try (Person desk = person("desk1", language)) {
                desk.startForm("Service change");
                desk.picture("90-change-requested-" + language);
            }
        }
        try (Person desk = person("desk1", "en-GB")) {
            desk.startForm("Service change")
                    .mark("service", 0)
                    .write("acronym", customer)
                    .write("request", "Moins de boîtes, et un nouveau domaine.")
                    .write("contactName", "Administrateur")
                    .write("contactEmail", "mail@customer.example")
                    .mark("contactLanguage", 1);
            assertThat(desk.start()).containsText("started");
        }
        return open(customer, "BAMS");
    }

    private void determine(String file) {
        inEachLanguage("desk1", file, "91-determine-mail-change");
        try (Person desk = person("desk1", "en-GB")) {
            desk.work(file, "Determine mail change")
                    .mark("changeReview", 0)
                    .write(
                            "mailDomains",
                            "customer.example mx.customer.example\nnew.customer.example mx.customer.example")
                    .write("mailboxes", "40")
                    .choose("cpus", "1 CPU")
                    .mark("package", 0);
            desk.picture("91-determine-mail-change-filled");
            desk.done();
        }
    }

    private void inEachLanguage(String user, String file, String picture) {
        for (String language : LANGUAGES) {
            try (Person person = person(user, language)) {
                person.open(task(file));
                assertBothSidesAreSeen(person.page());
                person.picture(picture + "-" + language);
            }
        }
    }

    private static void assertBothSidesAreSeen(Page page) {
        assertThat(page.locator(".fjs-form-field-html td").nth(1)).isVisible();
        org.assertj.core.api.Assertions.assertThat((Boolean)
                        page.evaluate("[...document.querySelectorAll('.fjs-form-field-html table')].every(table =>"
                                + " table.getBoundingClientRect().right"
                                + " <= table.closest('.fjs-form').getBoundingClientRect().right + 1)"))
                .as("what is to be stands within the form")
                .isTrue();
    }

    private String task(String file) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(file)
                .singleResult()
                .getId();
    }

    private String open(String customer, String service) {
        List<Order> open = orders.openOrders(customer, service, "change");
        return open.get(0).number();
    }

    private Person person(String user, String language) {
        return new Person(browser, "http://localhost:" + port, language, user).atTasklist();
    }
}
