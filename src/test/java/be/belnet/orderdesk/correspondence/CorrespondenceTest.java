package be.belnet.orderdesk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.PaperworkSlice.MovableClock;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:correspondence;DB_CLOSE_DELAY=-1",
            "orderdesk.correspondence.interval=1h",
            "orderdesk.customers.sample=false"
        })
class CorrespondenceTest {
    private static final String HOSTILE =
            "<img src=file:///etc/passwd> ]]> <script>alert(1)</script> \u202Egnp.exe\u200B\u0007 [[${belnet}]]";

    /** Values that nobody types: codes and addresses of our own. */
    private static final Set<String> OURS =
            Set.of("outcome", "copy1Defect", "copy2Defect", "returnedBy", "link", "servicePackage", "addOns", "kind");

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outbox outbox;

    @Autowired
    OwnTransaction own;

    @Autowired
    Postman postman;

    @Autowired
    CorrespondenceProperties properties;

    @Autowired
    @Qualifier("outboxExecutor")
    ThreadPoolTaskExecutor executor;

    @Autowired
    Invitations invitations;

    @Autowired
    OrderFile orders;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private String order;

    @BeforeEach
    void receiveOrder() {
        jdbc.sql("update correspondence set sent_at = written_at where sent_at is null")
                .update();
        server.start();
        sender.setPort(server.getSmtp().getPort());
        order = open("BAMS");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void eachTemplateHasASample() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/mail"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".html"))
                            .map(name -> name.replace(".html", ""))
                            .filter(name -> !List.of("layout", "parts").contains(name)))
                    .containsExactlyInAnyOrderElementsOf(MailSamples.all().keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en", "de"})
    void eachMailIsWrittenInEachLanguage(String language) throws Exception {
        Files.createDirectories(Path.of("target/mails"));
        List<String> written = new ArrayList<>();
        for (var sample : MailSamples.everyCase()) {
            Rendered mail = correspondence.preview(new Mail(order, sample.getKey(), to(language), sample.getValue()));
            String name = sample.getKey() + "-".repeat(Collections.frequency(written, sample.getKey()));
            written.add(sample.getKey());

            assertThat(mail.subject()).startsWith("[" + order + "] ").doesNotContain("??", "{0}", "{1}");
            assertThat(mail.text())
                    .contains("servicedesk@belnet.be", "02 790 33 00", PaperworkSlice.PAGE)
                    .doesNotContain("??", "{0}", "[#", "null");
            assertThat(mail.html())
                    .contains("lang=\"" + language + "\"", "href=\"" + PaperworkSlice.PAGE + "\"")
                    .doesNotContain("??", "{0}", "th:text", ">null<");
            Files.writeString(Path.of("target/mails/" + name + "_" + language + ".html"), mail.html());
            Files.writeString(
                    Path.of("target/mails/" + name + "_" + language + ".txt"), mail.subject() + "\n\n" + mail.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en", "de"})
    void mailAboutNoOrderEndsWithItsLastWords(String language) throws Exception {
        var to = new Recipient("staff", "Account manager", "manager@belnet.example", language);
        Rendered mail = correspondence.preview(
                new Mail(null, "digest", to, MailSamples.all().get("digest")));

        assertThat(mail.subject()).doesNotContain("[");
        assertThat(mail.text().strip()).endsWith("http://127.0.0.1:8080/settings");
        assertThat(mail.html()).doesNotContain("servicedesk@belnet.be", "??", "{0}");
        Files.createDirectories(Path.of("target/mails"));
        Files.writeString(Path.of("target/mails/morning_" + language + ".html"), mail.html());
        Files.writeString(Path.of("target/mails/morning_" + language + ".txt"), mail.subject() + "\n\n" + mail.text());
    }

    /** The Digital Certificates Service has an article, which is small within a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en", "de"})
    void sentencesBeginWithACapital(String language) {
        order = open("DCS");
        var moved = new HashMap<>(MailSamples.all().get("notice-confirmed"));
        moved.put("moved", true);
        Stream.concat(
                        MailSamples.everyCase().stream()
                                .map(sample -> new Mail(order, sample.getKey(), to(language), sample.getValue())),
                        Stream.of(new Mail(order, "notice-confirmed", to(language), moved)))
                .forEach(mail -> assertThat(correspondence.preview(mail).html())
                        .as(mail.template())
                        .doesNotContainPattern("<p[^>]*>(the|de|le|den|der) |[.!?] (the|de|le|den|der) Digital"));
    }

    @Test
    void staffAndSuppliersHaveNoPage() {
        for (String role : List.of("accountManager", "operations", "distributor")) {
            var to = new Recipient(role, "Somebody", "somebody@belnet.example", "en");
            Rendered mail = correspondence.preview(new Mail(order, "purchase-order-cancelled", to, Map.of()));

            assertThat(mail.text() + mail.html()).doesNotContain(PaperworkSlice.PAGE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'donderdag 10 december 2026 om 14:00 uur'",
        "fr, 'jeudi 10 décembre 2026 à 14:00'",
        "en, 'Thursday 10 December 2026 at 14:00'",
        "de, 'Donnerstag, 10. Dezember 2026 um 14:00 Uhr'"
    })
    void datesAreWrittenTheReadersWay(String language, String when) {
        Mail mail =
                new Mail(order, "invitation", to(language), MailSamples.all().get("invitation"));

        assertThat(correspondence.preview(mail).text()).contains(when);
    }

    @ParameterizedTest
    @ValueSource(strings = {"joinOrder", "treatAsChange", "treatAsSupport", "reject"})
    void eachOutcomeOfAReviewHasItsWords(String outcome) {
        Mail mail = new Mail(order, "request-declined", to("fr"), Map.of("outcome", outcome, "reason", "Motif"));

        assertThat(correspondence.preview(mail).text()).contains("Motif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notCompleted",
                "signatureMissing",
                "pageMissing",
                "textChanged",
                "otherVersion",
                "signatoryNotEntitled",
                "missing",
                "none"
            })
    void eachDefectOfACopyHasItsWords(String defect) {
        var model = new HashMap<>(MailSamples.all().get("missing-copy"));
        model.put("copy1Defect", defect);

        assertThat(correspondence
                        .preview(new Mail(order, "missing-copy", to("de"), model))
                        .text())
                .doesNotContain(defect.equals("none") ? "??" : defect)
                .contains("Erstes Exemplar: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "atp"})
    void eachPackageAndAddOnHasItsWords(String servicePackage) {
        var model = new HashMap<>(MailSamples.all().get("purchase-order"));
        model.put("servicePackage", servicePackage);
        model.put("addOns", List.of("advancedManagement", "contentAnalysis", "cloudApi", "continuity"));

        assertThat(correspondence
                        .preview(new Mail(order, "purchase-order", to("nl"), model))
                        .text())
                .contains("Product: FortiMail-VM, 4 CPU met", "Opties: E-mail continuity");
    }

    @ParameterizedTest
    @CsvSource({"nl, Was het nuttig?", "fr, Était-ce utile\u00A0?", "en, Was it useful?", "de, War es hilfreich?"})
    void lastMailsAskWhetherItWasUseful(String language, String question) {
        for (String last :
                List.of("service-activated", "certificates-activated", "customer-migrated", "support-answer")) {
            Rendered mail = correspondence.preview(
                    new Mail(order, last, to(language), MailSamples.all().get(last)));

            assertThat(mail.text()).as(last).contains(question, "/useful/Ab3_");
            assertThat(mail.html()).as(last).contains(question, "class=\"way\" href=\"http://127.0.0.1:8080/useful/");
        }
        assertThat(correspondence
                        .preview(new Mail(order, "withdrawal-confirmed", to(language), Map.of()))
                        .text())
                .doesNotContain(question);
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Een technisch probleem of een vraag over uw contract?",
        "fr, Un problème technique ou une question sur votre contrat\u00A0?",
        "en, A technical problem or a question about your contract?",
        "de, Ein technisches Problem oder eine Frage zu Ihrem Vertrag?"
    })
    void whereTheAuthorityTakesNoTicketsTheServiceDeskHelps(String language, String question) {
        var model = new HashMap<>(MailSamples.all().get("certificates-activated"));
        assertThat(activated(language, model))
                .contains("NREN Belnet -Géant", "https://sectigo.com/support-ticket")
                .doesNotContain(question);
        model.put("authority", "HARICA");
        model.remove("ticketAddress");

        assertThat(activated(language, model)).contains(question).doesNotContain("NREN", "icket");
    }

    private String activated(String language, Map<String, Object> model) {
        Rendered mail = correspondence.preview(new Mail(order, "certificates-activated", to(language), model));
        return (mail.text() + mail.html()).replaceAll("[\\n ]+", " ");
    }

    @Test
    void aModelThatLacksSomethingIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> correspondence.send(new Mail(order, "ask-customer", to("en"), Map.of())));
    }

    @Test
    void hostileTextIsPrintedAndNothingElse() {
        for (var sample : MailSamples.everyCase()) {
            var model = new HashMap<String, Object>();
            sample.getValue().forEach((key, value) -> model.put(key, hostile(key, value)));

            Rendered mail = correspondence.preview(new Mail(order, sample.getKey(), to("en"), model));

            assertThat(mail.html()).doesNotContain("<img", "<script", "\u202E", "\u200B", "\u0007", "Belnet[");
            assertThat(mail.text()).doesNotContain("\u202E", "\u200B", "\u0007", "Belnet[");
            assertThat(mail.subject()).doesNotContain("\u202E", "\u200B", "\u0007", "\n");
        }
        assertThat(correspondence
                        .preview(new Mail(order, "ask-customer", to("en"), Map.of("reason", HOSTILE)))
                        .html())
                .contains("&lt;img src=file:///etc/passwd&gt;", "&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail@unorth.example\r\nBcc: all@unorth.example",
                "mail@unorth.example\n",
                "a@unorth.example, b@unorth.example",
                "Mail <mail@unorth.example>",
                "mail",
                "ma il@unorth.example",
                ""
            })
    void anAddressThatIsNotOneIsRefused(String email) {
        var to = new Recipient("requester", "Mail administrator", email, "en");

        assertThatExceptionOfType(UnfitForMailException.class)
                .isThrownBy(() -> correspondence.send(new Mail(order, "withdrawal-confirmed", to, Map.of())));
        assertThat(correspondence.of(order)).isEmpty();
    }

    @Test
    void aNameWithALineBreakIsRefused() {
        var to = new Recipient("requester", "Mail\r\nBcc: all@unorth.example", "mail@unorth.example", "en");

        assertThatExceptionOfType(UnfitForMailException.class)
                .isThrownBy(() -> correspondence.send(new Mail(order, "withdrawal-confirmed", to, Map.of())));
    }

    @Test
    void aSubjectWithALineBreakIsRefused() {
        var model = new HashMap<>(MailSamples.all().get("introduction-account-manager"));
        model.put("acronym", "UNORTH\nBcc: all@unorth.example");

        assertThatExceptionOfType(UnfitForMailException.class)
                .isThrownBy(
                        () -> correspondence.send(new Mail(order, "introduction-account-manager", to("en"), model)));
    }

    @Test
    void aMailLeavesWithItsTransactionOnly() {
        transaction.executeWithoutResult(status -> {
            correspondence.send(withdrawal());
            status.setRollbackOnly();
        });

        assertThat(outbox.sendWaiting()).isZero();
        assertThat(correspondence.of(order)).isEmpty();
    }

    @Test
    void aMailLeavesRightAfterItsTransaction() {
        correspondence.send(withdrawal());

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    }

    @Test
    void aMailBelongsToTheNodeThatWritesIt() {
        transaction.executeWithoutResult(status -> {
            long id = correspondence.send(withdrawal());
            assertThat(attempts(id)).isEqualTo(1);
            assertThat(isPutOff(id, 1)).isFalse();
        });

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        assertThat(outbox.sendWaiting()).isZero();
    }

    @Test
    void aMailThatIsLongInComingLeavesAsItsRowHasIt() throws Exception {
        transaction.executeWithoutResult(status -> {
            long id = correspondence.send(withdrawal());
            jdbc.sql("update correspondence set recipient_email = 'new@unorth.example' where id = ?")
                    .param(id)
                    .update();
            clock.forward(Duration.ofSeconds(31));
        });

        assertThat(received(1).get(0).getAllRecipients()[0]).hasToString("Mail administrator <new@unorth.example>");
    }

    @Test
    void aNodeThatStopsClaimsNothingAndGivesBackWhatItHas() throws Exception {
        server.stop();
        long id = correspondence.send(withdrawal());
        awaitAttempts(id, 1);
        var stopping = new Outbox(own, postman, orders, properties, executor, clock);
        stopping.claim().ifPresent(claim -> jdbc.sql(
                        "update correspondence set lease_owner = ?, lease_until = ?, attempts = 1 where id = ?")
                .params(claim.node(), Timestamp.from(claim.until()), id)
                .update());
        stopping.stop();
        stopping.send(fresh(id));

        awaitAttempts(id, 0);
        assertThat(stopping.claim()).isEmpty();
    }

    @Test
    void whatWasPutOffHasItsTurnHoweverManyAreWrittenMeanwhile() throws Exception {
        long putOff = putOff();
        List<Long> delivered = new CopyOnWriteArrayList<>();
        var outbox = new AtomicReference<Outbox>();
        Postman endless = postman(mail -> {
            delivered.add(mail.id());
            if (mail.id() < 0 && mail.id() > -20) {
                outbox.get().wake();
                outbox.get().send(fresh(mail.id() - 1));
            }
        });
        withWorker(worker -> {
            outbox.set(new Outbox(own, endless, orders, properties, worker, clock));
            outbox.get().send(fresh(-1));
            await().until(() -> delivered.contains(-20L));
        });

        assertThat(delivered).startsWith(-1L, putOff);
    }

    @Test
    void mailWhoseClaimEndedLeavesOnce() throws Exception {
        long late = putOff();
        List<Long> delivered = new CopyOnWriteArrayList<>();
        withWorker(worker -> {
            var held = new CountDownLatch(1);
            worker.execute(() -> await().until(() -> held.getCount() == 0));
            var outbox = new Outbox(own, postman(mail -> delivered.add(mail.id())), orders, properties, worker, clock);
            outbox.send(fresh(late));
            outbox.sendWaiting();
            outbox.send(fresh(-1));
            held.countDown();
            await().until(() -> delivered.contains(-1L));
        });

        assertThat(delivered).containsExactly(late, -1L);
    }

    @Test
    void whatWasSentIsWhatIsKept() throws Exception {
        long id = correspondence.send(new Mail(
                order,
                "contract",
                to("fr"),
                MailSamples.all().get("contract"),
                List.of(new Attachment("contrat.pdf", "application/pdf", new byte[] {37, 80, 68, 70}, null))));

        MimeMessage received = received(1).get(0);

        SentMail kept = correspondence.find(order, id).orElseThrow();
        assertThat(received.getSubject()).isEqualTo(kept.subject()).startsWith("[" + order + "] Votre contrat");
        assertThat(received.getMessageID())
                .isEqualTo(kept.messageId())
                .matches("<correspondence-.+@orderdesk.belnet.be>");
        assertThat(received.getFrom()[0]).hasToString("Belnet Service Desk <servicedesk@belnet.be>");
        assertThat(received.getAllRecipients()).hasSize(1);
        Multipart mixed = (Multipart) received.getContent();
        Multipart words = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(lines(words.getBodyPart(0))).isEqualTo(kept.text().lines().toList());
        assertThat(lines(words.getBodyPart(1))).isEqualTo(kept.html().lines().toList());
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("contrat.pdf");
        assertThat(kept.attachments()).containsExactly("contrat.pdf");
        assertThat(kept.to()).isEqualTo(to("fr"));
    }

    @Test
    void theTimelineTellsOfAMailWithoutNamingAnybody() {
        correspondence.send(withdrawal());

        OrderEvent event = orders.events(order).get(1);
        assertThat(event.kind()).isEqualTo("mailSent");
        assertThat(event.facts()).isEqualTo(Map.of("template", "withdrawal-confirmed", "role", "requester"));
    }

    @Test
    void mailsOfOneOrderAreOneThread() throws Exception {
        correspondence.send(new Mail(order, "ask-customer", to("nl"), Map.of("reason", "Welk domein?")));
        correspondence.send(withdrawal());
        correspondence.send(withdrawal());

        List<MimeMessage> received = received(3);

        List<SentMail> kept = correspondence.of(order);
        MimeMessage last = byId(received, kept.get(2).messageId());
        assertThat(byId(received, kept.get(0).messageId()).getHeader("In-Reply-To"))
                .isNull();
        assertThat(last.getHeader("In-Reply-To")).containsExactly(kept.get(1).messageId());
        assertThat(last.getHeader("References")[0].split("\\s+"))
                .containsExactly(kept.get(0).messageId(), kept.get(1).messageId());
    }

    @Test
    void aMailServerThatIsDownLosesNothing() throws Exception {
        server.stop();
        long id = correspondence.send(withdrawal());
        awaitAttempts(id, 1);
        clock.forward(Duration.ofSeconds(29));
        assertThat(outbox.sendWaiting()).isZero();
        assertThat(attempts(id)).isEqualTo(1);

        clock.forward(Duration.ofSeconds(2));
        assertThat(outbox.sendWaiting()).isZero();
        assertThat(attempts(id)).isEqualTo(2);
        server.start();
        sender.setPort(server.getSmtp().getPort());
        clock.forward(Duration.ofSeconds(59));
        assertThat(outbox.sendWaiting()).isZero();
        clock.forward(Duration.ofSeconds(2));

        assertThat(outbox.sendWaiting()).isEqualTo(1);
        SentMail mail = correspondence.find(order, id).orElseThrow();
        assertThat(mail.attempts()).isEqualTo(3);
        assertThat(mail.sentAt()).isEqualTo(clock.instant());
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo(mail.messageId());
    }

    @Test
    void afterFiveFailuresTheTimelineTellsThatAMailIsLate() throws Exception {
        server.stop();
        long id = correspondence.send(withdrawal());
        awaitAttempts(id, 1);
        for (int attempt = 2; attempt <= 7; attempt++) {
            clock.forward(Duration.ofHours(2));
            outbox.sendWaiting();
        }

        assertThat(attempts(id)).isEqualTo(7);
        assertThat(orders.events(order)).filteredOn("kind", "mailDelayed").hasSize(1);
    }

    @Test
    void aDomainOfOtherLettersIsReachedAsMailServersWriteIt() throws Exception {
        var to = new Recipient("requester", "Mail administrator", "mail@münchen.example", "de");
        correspondence.send(new Mail(order, "withdrawal-confirmed", to, Map.of()));

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        assertThat(server.getReceivedMessages()[0].getHeader("To", null)).contains("<mail@xn--mnchen-3ya.example>");
    }

    @Test
    void aMailThatCannotBeMadeHoldsUpNoOther() throws Exception {
        server.stop();
        correspondence.send(withdrawal());
        long unfit = correspondence.send(withdrawal());
        awaitAttempts(unfit, 1);
        jdbc.sql("update correspondence set thread = null where id = ?")
                .param(unfit)
                .update();
        long after = correspondence.send(withdrawal());
        awaitAttempts(after, 1);
        server.start();
        sender.setPort(server.getSmtp().getPort());
        clock.forward(Duration.ofHours(2));

        assertThat(outbox.sendWaiting()).isEqualTo(2);
        assertThat(correspondence.find(order, after).orElseThrow().sentAt()).isNotNull();
        assertThat(correspondence.find(order, unfit).orElseThrow().sentAt()).isNull();
    }

    @Test
    void severalSendersSendEachMailOnce() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int mail = 0; mail < 12; mail++) {
                correspondence.send(withdrawal());
            }
        });
        Callable<Integer> round = outbox::sendWaiting;
        var nodes = Executors.newFixedThreadPool(4);
        for (Future<Integer> done : nodes.invokeAll(List.of(round, round, round, round))) {
            done.get();
        }
        nodes.shutdown();
        server.waitForIncomingEmail(10_000, 12);
        outbox.sendWaiting();

        assertThat(server.getReceivedMessages()).hasSize(12);
    }

    @Test
    void aNodeThatDiedLeavesItsMailToAnother() throws Exception {
        server.stop();
        long id = correspondence.send(withdrawal());
        awaitAttempts(id, 1);
        jdbc.sql(
                        "update correspondence set lease_owner = 'dead', lease_until = ?, next_attempt_at = written_at where id = ?")
                .params(Timestamp.from(clock.instant().plusSeconds(60)), id)
                .update();
        server.start();
        sender.setPort(server.getSmtp().getPort());

        assertThat(outbox.sendWaiting()).isZero();
        clock.forward(Duration.ofSeconds(61));
        assertThat(outbox.sendWaiting()).isEqualTo(1);
    }

    @Test
    void anInvitationIsOneThatCalendarsUnderstand() throws Exception {
        Attachment invitation = invitation(0, false);
        correspondence.send(
                new Mail(order, "invitation", to("nl"), MailSamples.all().get("invitation"), List.of(invitation)));

        Multipart mixed = (Multipart) received(1).get(0).getContent();

        BodyPart calendar = ((Multipart) mixed.getBodyPart(0).getContent()).getBodyPart(2);
        assertThat(calendar.getContentType()).contains("text/calendar", "method=REQUEST", "charset=UTF-8");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("meeting.ics");
        assertThat(text(invitation))
                .contains(
                        "METHOD:REQUEST",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Brussels",
                        "DTSTART;TZID=Europe/Brussels:20261210T140000",
                        "UID:meeting-" + order + "@orderdesk.belnet.be",
                        "SEQUENCE:0",
                        "mailto:mail@unorth.example");
        net.fortuna.ical4j.model.Calendar read = new net.fortuna.ical4j.data.CalendarBuilder()
                .build(new java.io.ByteArrayInputStream(invitation.content()));
        assertThat(read.validate().hasErrors()).isFalse();
    }

    @Test
    void anUpdateIsAboutTheSameMeeting() {
        assertThat(text(invitation(1, false))).contains("SEQUENCE:1", "UID:meeting-" + order + "@orderdesk.belnet.be");
        assertThat(text(invitation(2, true))).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2");
        assertThat(invitation(2, true).method()).isEqualTo("CANCEL");
    }

    private Attachment invitation(int sequence, boolean cancelled) {
        var organiser = new Recipient("accountManager", "Account manager", "relations1@belnet.example", "nl");
        return invitations.event(
                order,
                LocalDateTime.of(2026, 12, 10, 14, 0),
                "WTC III,\r\nBrussels",
                organiser,
                to("nl"),
                sequence,
                cancelled);
    }

    private static Object hostile(String key, Object value) {
        if (OURS.contains(key)) {
            return value;
        }
        return value instanceof String
                ? HOSTILE
                : value instanceof List ? List.of(HOSTILE) : value instanceof Map ? Map.of(HOSTILE, HOSTILE) : value;
    }

    private List<MimeMessage> received(int count) {
        assertThat(server.waitForIncomingEmail(10_000, count)).isTrue();
        return List.of(server.getReceivedMessages());
    }

    /** A mail that the server did not take at first, and that is due now. */
    private long putOff() throws InterruptedException {
        server.stop();
        long id = correspondence.send(withdrawal());
        awaitAttempts(id, 1);
        clock.forward(Duration.ofSeconds(61));
        return id;
    }

    private WaitingMail fresh(long id) {
        return new WaitingMail(id, order, null, to("nl"), null, null, null, null, clock.instant(), 1, List.of());
    }

    private static Postman postman(Consumer<WaitingMail> delivery) {
        return new Postman(null, null, null) {
            @Override
            void deliver(WaitingMail mail) {
                delivery.accept(mail);
            }
        };
    }

    private static void withWorker(Consumer<ThreadPoolTaskExecutor> work) {
        ThreadPoolTaskExecutor worker = new CorrespondenceConfiguration().outboxExecutor();
        worker.initialize();
        try {
            work.accept(worker);
        } finally {
            worker.shutdown();
        }
    }

    private void awaitAttempts(long id, int attempts) throws InterruptedException {
        for (int patience = 0; patience < 200 && !isPutOff(id, attempts); patience++) {
            Thread.sleep(50);
        }
        assertThat(attempts(id)).isEqualTo(attempts);
    }

    private boolean isPutOff(long id, int attempts) {
        return jdbc.sql("select count(*) from correspondence where id = ? and attempts = ? and lease_until is null")
                        .params(id, attempts)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int attempts(long id) {
        return correspondence.find(order, id).orElseThrow().attempts();
    }

    private Mail withdrawal() {
        return new Mail(order, "withdrawal-confirmed", to("nl"), Map.of());
    }

    private String open(String service) {
        return orders.open(new NewOrder(
                        service,
                        "order",
                        "UNORTH",
                        "We would like " + service,
                        new Requester("Mail administrator", "mail@unorth.example", null, "nl"),
                        null,
                        null,
                        null))
                .number();
    }

    private static Recipient to(String language) {
        return new Recipient("requester", "Mail administrator", "mail@unorth.example", language);
    }

    private static MimeMessage byId(List<MimeMessage> messages, String id) throws Exception {
        for (MimeMessage message : messages) {
            if (message.getMessageID().equals(id)) {
                return message;
            }
        }
        throw new AssertionError("No mail " + id);
    }

    private static List<String> lines(BodyPart part) throws Exception {
        return new ArrayList<>(part.getContent().toString().lines().toList());
    }

    private static String text(Attachment attachment) {
        return new String(attachment.content(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
