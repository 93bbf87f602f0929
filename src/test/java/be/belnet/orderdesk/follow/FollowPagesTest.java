package be.belnet.orderdesk.follow;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Mornings;
import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.page.Visitor;
import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.team.StaffSettings;
import be.belnet.orderdesk.workflow.Waits;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a file, as whoever has its link sees and uses it. */
@OrderdeskTest
@ExtendWith(OutputCaptureExtension.class)
class FollowPagesTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final String[] SUCCESSOR = {
        "name", "Head of systems", "email", "systems@customer.example", "phone", "+32 2 123 45 67", "language", "fr"
    };

    @LocalServerPort
    int port;

    @Autowired
    Way way;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    Mornings mornings;

    @Autowired
    OrderProcess process;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Correspondence correspondence;

    @Autowired
    StaffSettings staffSettings;

    @Autowired
    Waits waits;

    @Autowired
    TestClock clock;

    @Autowired
    Environment settings;

    @Autowired
    FollowLinks links;

    private Visitor visitor;
    private String order;
    private String page;

    @BeforeEach
    void customerWithAContractToSign() {
        visitor = new Visitor(port);
        order = way.contractOut("nl");
        page = Follower.page(mailsTo(requester()).get(0));
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void eachMailToTheCustomerHasItsLinkAndNoneToStaffHas() {
        assertThat(correspondence.of(order)).hasSizeGreaterThan(2).allSatisfy(mail -> assertThat(Follower.hasPage(mail))
                .as(mail.template())
                .isEqualTo(!mail.to().role().equals("accountManager")));
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Uw bestelling van mailbeveiliging (BAMS), Het contract ligt bij u ter ondertekening., Wij stuurden u het contract.",
        "fr, Votre commande de sécurité de la messagerie (BAMS), Le contrat est chez vous pour signature., Nous vous avons envoyé le contrat.",
        "en, Your order for mail security (BAMS), The contract is with you for signature., We sent you the contract.",
        "de, Ihre Bestellung: E-Mail-Sicherheit (BAMS), Der Vertrag liegt bei Ihnen zur Unterschrift., Wir haben Ihnen den Vertrag geschickt."
    })
    void pageTellsWhereItStandsInTheReadersLanguage(String language, String title, String standing, String happened) {
        assertThat(visitor.get(page + "?lang=" + language).body())
                .contains("lang=\"" + language + "\"", title, standing, happened, order)
                .doesNotContain("??", "{0}", "follow.");
        assertThat(visitor.get(page + "?lang=xx").body())
                .as("the contact's own")
                .contains("lang=\"nl\"");
    }

    @Test
    void pageNamesNeitherStaffNorPartnersNorOtherContacts() {
        String technical = technical();
        orders.record(order, "noteAdded", Map.of("text", "Pays late, says relations2"));
        orders.record(order, "purchaseOrderSent", Map.of("distributor", "Exclusive"));

        assertThat(visitor.get(page + "?lang=en").body())
                .contains("You have an account manager")
                .doesNotContain("relations", "Pays late", "Exclusive", technical, "desk1", "Fortinet");
    }

    @Test
    void pageIsKeptNowhereAndLeadsNowhere() {
        HttpResponse<String> answer = visitor.get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("src=\"http", "href=\"http", "<style");
    }

    @Test
    void openingChangesNothing() {
        List<OrderEvent> before = orders.events(order);
        visitor.get(page);
        visitor.get(page + "/scan");
        visitor.get(page + "/contact?name=x&email=x@customer.example&language=nl");

        assertThat(orders.events(order)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forged", "BAMS-2026-00001", "Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_"})
    void unknownLinkFindsNothing(String token) {
        for (String path : List.of("", "/documents/1")) {
            assertNothing(visitor.get("/follow/" + token + path));
        }
        for (String act : List.of("/contact", "/link")) {
            assertNothing(visitor.post("/follow/" + token + act, SUCCESSOR));
        }
        assertNothing(visitor.get("/follow/contact/" + token));
        assertNothing(visitor.post("/follow/contact/" + token, "answer", "change"));
    }

    @Test
    void linkOfOneFileOpensNoOther() {
        String other = way.contractOut("nl");
        Document contract = contract(other);

        assertNothing(visitor.get(page + "/documents/" + contract.id()));
        assertNothing(visitor.get(page.replace("/follow/", "/domains/")));
        assertNothing(visitor.get(page.replace("/follow/", "/follow/contact/")));
    }

    @Test
    void whoSignsHasTheContractAndWhoRunsMailHasNot() {
        Document contract = contract(order);
        HttpResponse<String> pdf = visitor.get(page + "/documents/" + contract.id());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", contract.fileName());

        String other = link(technical());
        assertThat(visitor.get(other + "?lang=en").body())
                .contains("Whoever signs for your organisation has the contract")
                .doesNotContain("/documents/", "type=\"file\"");
        assertNothing(visitor.get(other + "/documents/" + contract.id()));
        assertThat(visitor.send(other + "/scan", new Multipart().pdf("scan", SamplePdf.plain())))
                .contains("niet op getekend papier");
    }

    @Test
    void scanIsKeptAndToldAndIsNoReceiptOfThePaper() {
        waits.begin(
                desk.task(order, "userTask_registerSignedCopies").getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(20), "On its way"));
        assertThat(visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain())))
                .contains("We have your scan", "Scan of the signed copies");

        assertThat(documents.of(order)).extracting(Document::kind).contains("signedCopies");
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("scanUploaded"))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo("customer"));
        assertThat(waits.at(order, "userTask_registerSignedCopies"))
                .as("it waits no longer")
                .isEmpty();
        assertThat(desk.openTasks(order)).as("and stays").containsExactly("userTask_registerSignedCopies");
        assertThat(correspondence.of(order))
                .filteredOn(mail -> mail.template().equals("scan-uploaded"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().role()).isEqualTo("accountManager"));
    }

    @Test
    void accountManagerIsToldOfScansInTheirOwnLanguage() {
        String manager = desk.order(order).accountManager();
        staffSettings.choose(manager, "fr", true);
        try {
            visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain()));
        } finally {
            staffSettings.choose(manager, "en", true);
        }

        assertThat(correspondence.of(order))
                .filteredOn(mail -> mail.template().equals("scan-uploaded"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().language()).isEqualTo("fr"));
    }

    @Test
    void whatIsNoScanIsRefusedInWords() {
        assertThat(visitor.send(page + "/scan?lang=en", new Multipart().file("scan", new byte[] {1, 2})))
                .contains("Your file is not a PDF.");
        assertThat(visitor.send(page + "/scan?lang=fr", new Multipart().pdf("scan", SamplePdf.withScriptAtOpening())))
                .contains("Votre fichier contient des scripts.");
        assertThat(visitor.send(page + "/scan?lang=de", new Multipart().field("other", "x")))
                .contains("Bitte wählen Sie zuerst eine Datei.");
        assertThat(visitor.send(page + "/scan?lang=nl", new Multipart().pdf("scan", new byte[11 * 1024 * 1024])))
                .contains("groter dan 10 MiB");
        assertThat(documents.of(order)).extracting(Document::kind).doesNotContain("signedCopies");
    }

    @Test
    void scansAreTakenWithinReason() {
        for (int scan = 0; scan < CustomersScans.A_DAY; scan++) {
            visitor.send(page + "/scan", new Multipart().pdf("scan", SamplePdf.plain()));
        }
        assertThat(visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain())))
                .contains("more than one day can take");
        assertThat(documents.of(order))
                .filteredOn(document -> document.kind().equals("signedCopies"))
                .hasSize(CustomersScans.A_DAY);
    }

    @Test
    void changeAsksForItsAnnexByPostOrAsAScan() {
        String change = changeWithAnAnnex();
        page = pageOf(change);

        for (String language : List.of("en", "nl", "fr", "de")) {
            assertThat(visitor.get(page + "?lang=" + language).body())
                    .contains("type=\"file\"", "/documents/")
                    .doesNotContain("??", "follow.");
        }
        assertThat(visitor.get(page + "?lang=en").body())
                .contains("Print the annex to your contract", "or by post to:", "A scan of the signed annex is enough")
                .doesNotContain("both copies", "does not replace the paper");
        assertThat(visitor.get(link(change, technical(change)) + "?lang=en").body())
                .contains("Whoever asked for the change has the annex")
                .doesNotContain("type=\"file\"");
        assertThat(visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain())))
                .contains("We have your scan of the annex", "Scan of the signed annex")
                .doesNotContain("post both copies");
    }

    @Test
    void annexThatIsRegisteredIsNotAskedForAgain() {
        String change = changeWithAnAnnex();
        page = pageOf(change);
        desk.submit(
                change,
                "userTask_registerAnnex",
                "relations1",
                Map.of("annexOutcome", "signed", "signedOn", clock.today().toString()));

        assertThat(orders.get(change).state()).isEqualTo(OrderState.OPEN);
        assertThat(visitor.get(page + "?lang=en").body())
                .contains("The signed annex has reached us")
                .doesNotContain("Print the annex", "type=\"file\"");
        assertThat(visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain())))
                .contains("We are not waiting for signed paper now");
    }

    @ParameterizedTest
    @CsvSource({
        "'', x@customer.example, nl, Please write the name",
        "Name, no address, nl, Please write an e-mail address",
        "Name, 'a@b.example, c@d.example', nl, Please write an e-mail address",
        "Name, x@customer.example, xx, Please choose one of the four languages"
    })
    void nobodyIsNamedWhoCouldNotBeWrittenTo(String name, String email, String language, String words) {
        assertThat(visitor.act(page + "/contact?lang=en", "name", name, "email", email, "language", language))
                .contains(words);
        assertThat(visitor.act(page + "/contact?lang=en", "name", name, "email", requester(), "language", "nl"))
                .contains(name.isEmpty() ? "Please write the name" : "That is the address that we write to already");
        assertThat(orders.events(order)).extracting(OrderEvent::kind).doesNotContain("contactChangeAsked");
    }

    @Test
    void contactConfirmsByALinkThatGoesToItAloneAndItsLinksEnd(CapturedOutput log) {
        assertThat(visitor.act(page + "/contact?lang=en", SUCCESSOR))
                .contains("Nothing changes before it is confirmed");
        assertThat(visitor.act(page + "/contact?lang=en", SUCCESSOR)).contains("asked for already");
        SentMail question = last("contact-change-asked");
        assertThat(question.to().email()).isEqualTo(requester());
        String confirmation = Follower.confirmation(question).orElseThrow();
        assertThat(visitor.get(confirmation + "?lang=en").body())
                .contains("Head of systems", "systems@customer.example");
        assertThat(orders.get(order).requester().email())
                .as("looking changes nothing")
                .isNotEqualTo("systems@customer.example");

        assertThat(confirm(confirmation, "change")).contains("We write to the new contact from now on");

        assertNothing(visitor.get(page));
        assertNothing(visitor.post(page + "/link"));
        SentMail told = mailsTo("systems@customer.example").get(0);
        assertThat(visitor.get(Follower.page(told)).body()).contains("lang=\"fr\"", order);
        assertThat(mailsTo("systems@customer.example")).hasSize(1);
        assertThat(Follower.hasPage(last("contact-changed"))).isTrue();
        assertThat(correspondence.of(order))
                .filteredOn(mail -> mail.template().equals("contact-changed")
                        && !mail.to().email().equals("systems@customer.example"))
                .singleElement()
                .satisfies(mail -> assertThat(Follower.hasPage(mail))
                        .as("a former contact")
                        .isFalse());
        assertThat(confirm(confirmation, "keep")).as("once").contains("We write to the new contact from now on");
        assertThat(log.getAll()).doesNotContain("systems@customer.example").doesNotContain(page);
    }

    @Test
    void contactThatDidNotAskSaysSo() {
        visitor.act(page + "/contact", SUCCESSOR);
        String confirmation =
                Follower.confirmation(last("contact-change-asked")).orElseThrow();
        assertThat(confirm(confirmation, "nonsense")).contains("Yes, that is right");

        assertThat(confirm(confirmation, "keep")).contains("Nothing changes.");
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(orders.events(order)).extracting(OrderEvent::kind).contains("contactKept");
    }

    @Test
    void otherContactsAreAskedForWithinReason() {
        for (int time = 0; time < ContactChanges.A_DAY; time++) {
            visitor.act(page + "/contact", SUCCESSOR);
            confirm(Follower.confirmation(last("contact-change-asked")).orElseThrow(), "keep");
        }
        assertThat(visitor.act(page + "/contact?lang=en", SUCCESSOR)).contains("more than one day can take");
    }

    @Test
    void expiredLinkOffersANewOneToTheAddressOnFileOnceAnHour() {
        clock.forward(Duration.ofDays(91));
        HttpResponse<String> expired = visitor.get(page + "?lang=en");
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("This link has expired").doesNotContain(requester(), order);
        assertThat(visitor.post(page + "/contact", SUCCESSOR).statusCode()).isEqualTo(410);

        for (int time = 0; time < 3; time++) {
            assertThat(visitor.post(page + "/link?lang=en").body()).contains("A new link is on its way");
        }
        assertThat(mailsTo(requester()))
                .filteredOn(mail -> mail.template().equals("follow-link"))
                .hasSize(1);
        assertThat(visitor.get(Follower.page(last("follow-link"))).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(61));
        visitor.post(page + "/link");
        assertThat(mailsTo(requester()))
                .filteredOn(mail -> mail.template().equals("follow-link"))
                .hasSize(2);
    }

    @Test
    void anotherSecretsLinkIsNone() {
        String token = page.substring("/follow/".length());
        var others = new SignedTokens("another secret that is long enough to sign", "page of a file");
        var purpose = new SignedTokens(settings.getRequiredProperty("orderdesk.follow.secret"), "change of a contact");
        String subject = new SignedTokens(settings.getRequiredProperty("orderdesk.follow.secret"), "page of a file")
                .read(token)
                .orElseThrow()
                .orderNumber();

        Instant later = clock.instant().plus(Duration.ofDays(1));
        assertNothing(visitor.get("/follow/" + others.token(subject, later)));
        assertNothing(visitor.get("/follow/" + purpose.token(subject, later)));
    }

    @Test
    void whatTheCustomerWithdrewEndedAsItWished() {
        process.withdraw(order, "No budget");
        desk.runJobs(order);

        assertThat(visitor.get(page + "?lang=en").body())
                .contains("Withdrawn, as you wished.", "You withdrew it.", "It was withdrawn.")
                .doesNotContain("It has ended");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Ended; our mail says why., Withdrawn",
        "nl, Beëindigd; onze mail zegt waarom., Ingetrokken",
        "fr, notre message dit pourquoi., Retiré",
        "de, 'Beendet; unsere E-Mail sagt, warum.', Zurückgezogen"
    })
    void orderGivenUpOverItsContractDidNotEndAsTheCustomerWished(String language, String standing, String otherwise) {
        way.registerCopies(order, Map.of("copy1Defect", "textChanged"));
        desk.complete(
                order,
                "userTask_decideOnChanges",
                "relations1",
                Map.of("changesDecision", "giveUp", "reason", "Article 3 was struck out"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(visitor.get(page + "?lang=" + language).body())
                .contains(standing)
                .doesNotContain(otherwise, "??", "follow.");
    }

    @Test
    void intentionThatLapsedWasNotWithdrawnByTheCustomer() {
        String file = lapsedIntention();

        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(visitor.get(pageOf(file) + "?lang=en").body())
                .contains("Ended; our mail says why.", "It has ended.")
                .doesNotContain("as you wished", "You withdrew it", "It was withdrawn");
    }

    @ParameterizedTest
    @CsvSource({
        "joinOrder, We take it up with your order, We added your request to your order",
        "treatAsChange, We take it up as a change, We took up your request as a change",
        "treatAsSupport, We take it up as a question, We took up your request as a question"
    })
    void requestThatGoesOnElsewhereIsNotCalledRefused(String outcome, String standing, String happened) {
        String second = secondRequest();
        if (outcome.equals("treatAsChange")) {
            subscribers.mailSecurity(orders.get(order).acronym(), LocalDate.of(2026, 1, 1), null);
        }
        desk.complete(
                second,
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", outcome, "acronym", orders.get(order).acronym(), "reason", "You have it"));

        assertThat(orders.get(second).state()).isEqualTo(OrderState.REJECTED);
        assertThat(visitor.get(pageOf(second) + "?lang=en").body())
                .contains(standing, happened)
                .doesNotContain("could not accept", "??");
    }

    @Test
    void requestThatIsRefusedIsCalledSo() {
        String second = secondRequest();
        desk.complete(
                second, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "reject", "reason", "No service"));

        assertThat(visitor.get(pageOf(second) + "?lang=en").body())
                .contains("We could not accept it; our mail says why.", "We could not accept your request.");
    }

    private String secondRequest() {
        return desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", orders.get(order).acronym(),
                        "request", "Less spam",
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "en"));
    }

    /** The customer wrote that it meant to give notice, and no letter came. */
    private String lapsedIntention() {
        notices.spring();
        String customer = register.university("en");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String email = "it@" + customer.toLowerCase(Locale.ROOT) + ".example";
        String file = notices.letter("BAMS", customer, Map.of("channel", "mail", "contactEmail", email));
        for (int days : List.of(5, 10, 15)) {
            clock.toOpeningDay(days);
            mornings.come(file, "letterReminder");
        }
        desk.complete(
                file,
                "userTask_takeUpIntention",
                "relations1",
                Map.of("intentionDecision", "lapse", "reason", "They stay"));
        return file;
    }

    /** The file of a larger size, whose annex is with the customer. */
    private String changeWithAnAnnex() {
        String customer = register.university("en");
        long subscription = subscribers.mailSecurity(customer, LONG_AGO, null, customer + ".example");
        jdbc.sql("update subscription set price_line = 'BAMS-2026-01-base' where id = ?")
                .param(subscription)
                .update();
        String change = desk.start(
                "desk1",
                "service-change",
                Map.of(
                        "service", "BAMS",
                        "acronym", customer,
                        "request", "A larger one, please",
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "en"));
        desk.complete(
                change,
                "userTask_determineMailChange",
                "desk1",
                Map.of(
                        "changeReview", "goOn",
                        "mailDomains", customer.toLowerCase(Locale.ROOT) + ".example mx.customer.example",
                        "mailboxes", 40,
                        "cpus", "2",
                        "package", "base"));
        return change;
    }

    private String confirm(String path, String answer) {
        HttpResponse<String> sent = visitor.post(path + "?lang=en", "answer", answer);
        assertThat(sent.statusCode()).isEqualTo(302);
        return visitor.get(path + "?lang=en").body();
    }

    private static void assertNothing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here");
    }

    private String requester() {
        return orders.get(order).requester().email();
    }

    private String technical() {
        return technical(order);
    }

    private String technical(String file) {
        return customers
                .contact(orders.get(file).acronym(), ContactRole.TECHNICAL)
                .orElseThrow()
                .email();
    }

    private String link(String email) {
        return link(order, email);
    }

    private String link(String file, String email) {
        var contact = new Recipient("technical", "Technical contact", email, "nl");
        return URI.create(links.to(orders.get(file), contact).orElseThrow().address())
                .getPath();
    }

    /** Path of the page whose link stands in the latest mail about a file. */
    private String pageOf(String file) {
        List<SentMail> mails = correspondence.of(file).stream()
                .filter(mail -> mail.to().role().equals("requester"))
                .toList();
        return Follower.page(mails.get(mails.size() - 1));
    }

    private List<SentMail> mailsTo(String email) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.to().email().equals(email))
                .toList();
    }

    private SentMail last(String template) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals(template))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Document contract(String number) {
        return documents.of(number).stream()
                .filter(document -> document.kind().equals("contract"))
                .findFirst()
                .orElseThrow();
    }
}
