package be.belnet.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.mail.Sender;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String MARK = "<script>alert(1)</script>";

    private static SandboxRunner sandbox;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        sandbox.delete("/api/world");
    }

    @Test
    void emptyWorldShowsItsSectionsAndTheServiceDesk() {
        var page = sandbox.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Licences at Fortinet", "FortiFlex program", "ELAVMS0000000042", "servicedesk@belnet.be")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void emptyTablesAreNotShown() {
        assertThat(sandbox.get("/").body())
                .contains("No mail yet.", "Nothing has happened yet.", "Nobody has called yet.")
                .doesNotContain(">Subject<", ">Effect<", ">Answer<");
    }

    @Test
    void everythingAStrangerWroteIsEscaped() throws Exception {
        new Sender(sandbox).text("mail-admin@kbr.example", "Subject " + MARK, "Text " + MARK);
        sandbox.bean(Ledger.class).effect("fortiflex", "licence created", MARK, MARK);
        int id = JsonPath.read(sandbox.get("/api/mails").body(), "$[0].id");

        for (var path : new String[] {"/", "/mailboxes/mail-admin@kbr.example", "/mails/" + id, "/ledger/effects"}) {
            assertThat(sandbox.get(path).body())
                    .as(path)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain(MARK);
        }
    }

    @Test
    void htmlOfAMailIsShownInASandboxThatRunsAndFetchesNothing() throws Exception {
        new Sender(sandbox).full("mail-admin@kbr.example", "Contract", "text", "<p>Hello</p>" + MARK);
        int id = JsonPath.read(sandbox.get("/api/mails").body(), "$[0].id");

        assertThat(sandbox.get("/mails/" + id).body())
                .contains("<iframe src=\"/mails/" + id + "/html\"", "sandbox=\"allow-popups")
                .doesNotContain("allow-scripts", MARK);
        var html = sandbox.get("/mails/" + id + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox allow-popups")
                .doesNotContain("allow-scripts", "script-src");
    }

    @Test
    void attachmentsAreLinkedFromTheMail() throws Exception {
        new Sender(sandbox).full("mail-admin@kbr.example", "Contract", "text", "<p>Hello</p>");
        int id = JsonPath.read(sandbox.get("/api/mails").body(), "$[0].id");
        String url = JsonPath.read(sandbox.get("/api/mails").body(), "$[0].attachments[1].url");

        assertThat(sandbox.get("/mails/" + id).body()).contains("href=\"" + url + "\"", "invite.ics");
        assertThat(sandbox.get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void ledgerIsPagedNewestFirst() {
        var ledger = sandbox.bean(Ledger.class);
        for (var number = 1; number <= 120; number++) {
            ledger.effect("fortiflex", "licence created", "BAMS-2026-%05d".formatted(number), "X");
        }

        assertThat(sandbox.get("/ledger/effects").body())
                .contains("BAMS-2026-00120", "page 1 of 3", "/ledger/effects?page=1")
                .doesNotContain("BAMS-2026-00070");
        assertThat(sandbox.get("/ledger/effects?page=2").body())
                .contains("BAMS-2026-00001", "/ledger/effects?page=1")
                .doesNotContain("page=3");
        assertThat(sandbox.get("/ledger/effects?page=-5").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        var missing = sandbox.send(
                sandbox.request("/mails/999999").header("Accept", "text/html").GET());

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here");
    }
}
