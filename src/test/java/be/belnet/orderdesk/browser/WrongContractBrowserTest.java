package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.SamplePdf;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A contract that comes back wrong, and wrong again, before it may bind. */
@BrowserTest
class WrongContractBrowserTest {
    private static final String REGISTER = "Register signed copies";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    Register register;

    @Autowired
    TaskService tasks;

    private String signatory;
    private Journey journey;

    WrongContractBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void contractThatWaitsForItsSignatures() {
        String customer = register.university("nl");
        signatory = "signatory@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        journey = new Journey(browser, "http://localhost:" + port, orders, customer, "50-wrong-contract")
                .untilTheContractIsOut(signatory.replace("signatory", "mail-admin"));
    }

    @Test
    void eachWrongContractIsAskedForAgainAndTheRightOneGoesOn() {
        substituteGoesOnWhereSomebodyStopped();
        journey.registerCopies(
                copies -> copies.write("copiesReceived", "1").choose("copy1Defect", "Handtekening ontbreekt"));
        customerReads(1, "de handtekening ontbreekt", "nog niet ontvangen");

        journey.registerCopies(copies -> copies.write("copiesReceived", "2")
                .choose("copy1Defect", "In orde")
                .choose("copy2Defect", "Pagina ontbreekt"));
        customerReads(2, "in orde", "er ontbreken een of meer pagina’s");

        journey.registerCopies(copies -> copies.choose("copy2Defect", "In orde")
                        .write("signatoryName", "The rector")
                        .write("signatoryRole", "Rector"))
                .untilHandOver();
        pageTellsTheStory();
    }

    /** In another browser, and nothing stays in the first; then looks at the scan and at the mail before any of it counts. */
    private void substituteGoesOnWhereSomebodyStopped() {
        String task;
        try (Person absent = journey.person("relations1").atTasklist()) {
            absent.work(journey.order(), REGISTER).write("signatoryName", "The rector");
            task = absent.openTask();
            assertThat(draft(absent)).containsText("Uw kladversie");
            absent.page().evaluate("localStorage.setItem('camunda-form:1', 'what was typed')");
            Assertions.assertThat(absent.page()
                            .evaluate(
                                    "Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).length"))
                    .isEqualTo(0);
        }
        tasks.setAssignee(task, "relations2");
        try (Person substitute = journey.person("relations2").atTasklist()) {
            Form form = substitute.work(journey.order(), REGISTER);
            assertThat(form.input("signatoryName")).hasValue("The rector");
            assertThat(draft(substitute)).containsText("Kladversie van");
            looksAtTheScan(substitute);
            looksAtTheMail(substitute, form.choose("copy2Defect", "Pagina ontbreekt"));
            pictures(substitute, task);
            draft(substitute).getByText("Kladversie weggooien").click();
            draft(substitute).getByText("Weggooien", exactly()).click();
            assertThat(form.input("signatoryName")).hasValue("");
            assertThat(draft(substitute)).isEmpty();
        }
        tasks.setAssignee(task, null);
        Assertions.assertThat(scans()).as("the task was not completed").isZero();
    }

    private void looksAtTheScan(Person person) {
        Locator panel = person.page().locator(".orderdesk-scan");
        upload(person, "Scan (PDF) kiezen", "no PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(panel).containsText("is geen PDF");
        upload(person, "Scan (PDF) kiezen", SamplePdf.plain());
        assertThat(panel.locator("img")).hasCount(1);
        upload(person, "Een andere kiezen", contract());
        assertThat(panel.locator("img")).hasCount(3);
        panel.locator("img").all().forEach(page -> Assertions.assertThat(
                        page.evaluate("async img => { await img.decode(); return img.naturalWidth; }"))
                .isNotEqualTo(0));
        assertThat(panel).containsText("Komt in het dossier zodra u de taak voltooit");
    }

    private static void upload(Person person, String button, byte[] file) {
        person.page()
                .waitForFileChooser(() -> person.page()
                        .locator(".orderdesk-scan")
                        .getByText(button)
                        .click())
                .setFiles(new FilePayload("scan.pdf", "application/pdf", file));
    }

    private void looksAtTheMail(Person person, Form form) {
        form.write("mailWords", "Blad 3 van uw exemplaar is niet leesbaar.");
        person.page().locator(".orderdesk-mail").getByText("De mail tonen").click();
        assertThat(person.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                .containsText("Blad 3 van uw exemplaar is niet leesbaar.");
        form.write("mailWords", "Blad 4 ook.");
        assertThat(person.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                .containsText("Blad 4 ook.");
    }

    /** One now; one in each language, wide and narrow, where pictures are asked for. */
    private void pictures(Person person, String task) {
        journey.picture(person, "draft-scan-mail");
        if (!Boolean.getBoolean("orderdesk.screens")) {
            return;
        }
        for (String language : List.of("nl-BE", "fr-BE", "en-GB", "de-BE")) {
            try (Person reader = journey.person("relations2", language)) {
                reader.open(task);
                reader.page().locator(".orderdesk-mail button").click();
                assertThat(reader.page().locator(".orderdesk-mail iframe")).isVisible();
                for (int width : new int[] {1600, 1000, 700}) {
                    reader.page().setViewportSize(width, 2400);
                    reader.page().waitForTimeout(300);
                    journey.picture(reader, "draft-scan-mail-%s-%d".formatted(language.substring(0, 2), width));
                }
            }
        }
    }

    private static Locator draft(Person person) {
        return person.page().locator(".orderdesk-draft");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private byte[] contract() {
        return documents.of(journey.order()).stream()
                .filter(document -> document.kind().equals("contract"))
                .map(documents::content)
                .findFirst()
                .orElseThrow();
    }

    private long scans() {
        return documents.of(journey.order()).stream()
                .filter(document -> document.kind().equals("signedCopies"))
                .count();
    }

    private void customerReads(int mails, String first, String second) {
        try (var profile = browser.newContext()) {
            Page mail = Journey.openMail(profile.newPage(), signatory, "er ontbreekt nog iets", mails);
            Locator copies = mail.frameLocator("iframe").locator(".facts td");
            assertThat(copies.first()).hasText(first);
            assertThat(copies.last()).hasText(second);
            assertThat(mail.locator(".files")).containsText(".pdf");
            journey.picture(mail, "mail");
        }
    }

    private void pageTellsTheStory() {
        try (Person colleague = journey.person("relations2")) {
            Page order = journey.atOrder(colleague);
            Locator timeline = order.locator(".timeline li");
            assertThat(timeline.filter(with("wat er met de exemplaren mis is"))).hasCount(2);
            assertThat(timeline.filter(with("Eerste: handtekening ontbreekt; tweede: niet ontvangen")))
                    .hasCount(1);
            assertThat(timeline.filter(with("Eerste: in orde; tweede: pagina ontbreekt")))
                    .hasCount(1);
            assertThat(timeline.filter(with("ondertekend door de klant"))).hasCount(1);
            assertThat(order.locator(".standings")).containsText("Contract tegentekenen");
            journey.picture(colleague, "order");
        }
    }

    private static FilterOptions with(String words) {
        return new FilterOptions().setHasText(words);
    }
}
