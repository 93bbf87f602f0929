package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.BamsTerms;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.bams.process.LicenceDays;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainMails;
import be.belnet.orderdesk.dcs.FormerRounds;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.page.Visitor;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.follow.Follower;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.process.OneNight;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.subscription.TrialDays;
import be.belnet.orderdesk.termination.EndRoundsNow;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is typed to be run, computed, fetched or read the other way round, into every field of the forms and of the
 * customer register: it is refused with a reason, or stands in mails and contracts as the plain words it is.
 */
@OrderdeskTest
@ExtendWith(OutputCaptureExtension.class)
class HostileTextTest {
    /** Fields that take words of one kind only, and how each refuses others. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("migration-requested.acronym", "form.error.unknownAcronym"),
            Map.entry("validation-requested.acronym", "form.error.unknownAcronym"),
            Map.entry("campaign-requested.customers", "form.error.unknownAcronym"),
            Map.entry("choose-former-organisation.formerOrganisation", "form.error.pattern"),
            Map.entry("order-received.contactEmail", "form.error.notAnAddress"),
            Map.entry("order-received.contactPhone", "form.error.pattern"),
            Map.entry("support-requested.contactEmail", "form.error.notAnAddress"),
            Map.entry("support-requested.contactPhone", "form.error.pattern"),
            Map.entry("support-requested.certificateOrder", "form.error.pattern"),
            Map.entry("answer-question.acronym", "form.error.unknownAcronym"),
            Map.entry("decide-on-failed-step.reference", "form.error.pattern"),
            Map.entry("notice-received.barcode", "form.error.pattern"),
            Map.entry("notice-received.contactEmail", "form.error.notAnAddress"),
            Map.entry("notice-received.contactPhone", "form.error.pattern"),
            Map.entry("change-requested.acronym", "form.error.unknownAcronym"),
            Map.entry("change-requested.contract", "form.error.noSuchContract"),
            Map.entry("change-requested.contactEmail", "form.error.notAnAddress"),
            Map.entry("change-requested.contactPhone", "form.error.pattern"),
            Map.entry("determine-mail-change.mailDomains", "form.error.notADomain"),
            Map.entry("determine-certificate-change.domains", "form.error.noSuchDomain"),
            Map.entry("determine-certificate-change.administrators", "form.error.noAdministrator"),
            Map.entry("review-notice.acronym", "form.error.unknownAcronym"),
            Map.entry("review-notice.barcode", "form.error.pattern"),
            Map.entry("register-letter.barcode", "form.error.pattern"),
            Map.entry("sort-mail.acronym", "form.error.unknownAcronym"),
            Map.entry("sort-mail.contract", "form.error.pattern"),
            Map.entry("sort-mail.orderNumber", "form.error.pattern"),
            Map.entry("data-requested.personEmail", "form.error.notAnAddress"),
            Map.entry("rectify-data.personEmail", "form.error.notAnAddress"),
            Map.entry("rectify-data.personPhone", "form.error.pattern"),
            Map.entry("review-request.acronym", "form.error.unknownAcronym"),
            Map.entry("determine-needs.mailDomains", "form.error.notADomain"),
            Map.entry("enter-registration-code.registrationCode", "form.error.notARegistrationCode"),
            Map.entry("determine-domains.domains", "form.error.noSuchDomain"),
            Map.entry("determine-domains.administratorEmail", "form.error.notAnAddress"),
            Map.entry("determine-domains.administratorPhone", "form.error.pattern"));

    /** Forms whose mail is another one until its contract has a number, or until partners have done their part. */
    private static final Set<String> LATER = Set.of("determine-needs", "determine-domains", "register-annex");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Watch watch;

    @Autowired
    Partners partners;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    Post post;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ContractDesk contracts;

    @Autowired
    BamsTerms terms;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    OpeningDays openingDays;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds domains;

    @Autowired
    FormerRounds former;

    @Autowired
    DomainMails domainMails;

    @Autowired
    Migrations migrations;

    @Autowired
    OrderProcess process;

    @Autowired
    Mornings mornings;

    @Autowired
    TrialDays trialDays;

    @Autowired
    LicenceDays licences;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TestClock clock;

    @Autowired
    OneNight oneNight;

    @Autowired
    Differences differences;

    @Autowired
    Notices notices;

    @Autowired
    Subscribers subscribers;

    @Autowired
    EndRoundsNow endRounds;

    @Autowired
    Gathering gathering;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private final Map<String, TextField> fields =
            TextField.all().stream().collect(Collectors.toMap(TextField::name, field -> field));

    /** What was typed into the fields last, by their keys. */
    private final Map<String, String> typed = new HashMap<>();

    /** Fields that were typed into. */
    private final Set<String> covered = new TreeSet<>();

    /** Forms, by their choices, whose mails were looked at before. */
    private final Set<String> looked = new HashSet<>();

    /** Forms that were tried with what they must refuse. */
    private final Set<String> tried = new HashSet<>();

    private HostileText hostile;
    private String customer;

    @AfterEach
    void todayAndAllIsWell() {
        clock.putBack();
        partners.heal();
    }

    @Tag("every-fault")
    @ParameterizedTest
    @EnumSource(names = "INVISIBLE")
    void hostileTextThatNobodySeesIsNoOther(HostileText text, CapturedOutput log) throws Exception {
        hostileTextIsRefusedOrPrintedAsItIs(text, log);
    }

    @ParameterizedTest
    @EnumSource(names = "INVISIBLE", mode = EnumSource.Mode.EXCLUDE)
    void hostileTextIsRefusedOrPrintedAsItIs(HostileText text, CapturedOutput log) throws Exception {
        hostile = text;
        var register = new HostileRegister(hostile, new ApiCaller(port, "manager1", "en"), jdbc);
        customer = register.customer();
        typed.putAll(register.words());
        correctedPerson();
        personWhoStays();
        acceptedDifference();
        var all = List.of(
                declinedRequest(),
                followedOrder(),
                mailedOrder(),
                mailedNotice(),
                deliveredOrder(),
                orderWithoutLicence(),
                orderWhoseLicenceIsOrderedByHand(),
                orderWithoutAppliance(),
                orderWhoseApplianceRefuses(),
                migrationOfNobody(),
                migrationOfASilentCustomer(),
                orderOfACustomerThatStaysSilent(),
                orderWhoseLicenceIsKept(),
                orderWithoutOrganisation(),
                deliveredCertificates(),
                stoppedCampaign(),
                overdueCampaign(),
                finishedCampaign(),
                questionThatIsPassedToAndFro(),
                questionOfNobodyKnown(),
                ask(Map.of("service", "DCS", "topic", "technical", "acronym", customer)),
                leave(ask(Map.of("service", "DCS", "topic", "other", "acronym", customer)), "withdrawal"),
                leave(ask(Map.of("service", "BAMS", "topic", "other", "acronym", customer)), "cancellation"),
                refusedNotice(),
                noticeThatIsNotClear(),
                intentionThatLapses(),
                noticeThatIsWithdrawn(),
                serviceThatEnds(),
                leave(notice("DCS", Map.of("channel", "mail")), "cancellation"),
                changeMadeByHand(),
                changeOfDomains(),
                declinedAnnex(),
                changeTooCheap(),
                refusedChange(),
                changeOfCertificates(),
                leave(change("BAMS", onPaper()), "withdrawal"),
                leave(change("BAMS", onPaper()), "cancellation"),
                leave(orderThroughTheDistributor(), "cancellation"),
                leave(start(Map.of("acronym", customer)), "withdrawal"));

        for (String order : all) {
            assertMailsAreHarmless(order);
            assertDocumentsAreHarmless(order);
        }
        assertThat(all.stream().flatMap(this::templates).collect(Collectors.toSet()))
                .as("every mail there is was sent")
                .isEqualTo(allTemplates())
                .as("to staff, and about no single order")
                .doesNotContain("digest");
        assertThat(covered).as("every field there is was typed into").isEqualTo(new TreeSet<>(fields.keySet()));
        assertThat(sandbox.sql("select count(*) from mail_delivery where mailbox = 'x@y'")
                        .query(Integer.class)
                        .single())
                .isZero();
        typed.keySet().forEach(key -> assertKeptToOurselves(key, log));
    }

    /** What people type is theirs: the engine's tables are copied, shown and kept by others, and so are logs. */
    private void assertKeptToOurselves(String key, CapturedOutput log) {
        String beginning = hostile.in(key, key.length() + 14);
        assertThat(Tables.holding(jdbc, hostile.in("reason", 20), "ORDER_EVENT"))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(Tables.holding(jdbc, beginning, "ACT_")).as(key).isEmpty();
        assertThat(log.getAll()).doesNotContain(beginning);
    }

    private void acceptedDifference() {
        var nobodys = new Difference(
                DifferenceKind.APPLIANCE_WITHOUT_CUSTOMER, "0f000000", null, null, null, "BAMS-2019-00001", null);
        String night = oneNight.found(Map.of("openstack", List.of(nobodys)));
        String choice = "one/" + differences.open(night).get(0).id();
        complete(
                night,
                "userTask_decideOnDifferences",
                "operations1",
                Map.of("differences", choice, "differenceDecision", "byHand"),
                "reason");
        assertThat(new ApiCaller(port, "operations1", "en")
                        .get("/reconciliation?state=byHand")
                        .body()
                        .replace("<script src=\"/look.js\"></script>", ""))
                .doesNotContain("<script");
    }

    private void correctedPerson() {
        String request = ask("rectify");
        complete(request, "userTask_checkIdentity", "desk1", identity(), "reason");
        complete(request, "userTask_rectifyData", "desk1", Map.of("personLanguage", "fr"), "personName");
        String until = clock.today().plusMonths(2).toString();
        complete(
                request,
                "userTask_answerRequest",
                "desk1",
                Map.of("answerDecision", "extend", "extendedUntil", until),
                "reason");
        assertExportIsPrinted(request);
        answer(request);
    }

    /** The words are there, as words: in Json they are escaped, and the PDF could be printed. */
    private void assertExportIsPrinted(String request) {
        var caller = new ApiCaller(port, "desk1", "en");
        String export = "/privacy/requests/%s/export".formatted(request);
        assertThat(caller.get(export + ".json").body()).startsWith("{").contains("\"details\"");
        assertThat(caller.get(export + ".pdf").body()).startsWith("%PDF");
        assertThat(caller.get("/privacy/requests/" + request).statusCode()).isEqualTo(200);
    }

    private void personWhoStays() {
        String request = ask("erase");
        complete(request, "userTask_checkIdentity", "desk1", identity());
        complete(request, "userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "refuse"), "reason");
        answer(request);
    }

    private String ask(String kind) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "requestKind",
                kind,
                "personEmail",
                "asker@nobody.example",
                "receivedOn",
                clock.today().toString()));
        Stream.of("personName", "acronym", "details").forEach(key -> answers.put(key, type("data-requested", key)));
        assertRefusals("data-requested", answers, given -> desk.start("desk1", "data-request", given));
        return desk.start("desk1", "data-request", answers);
    }

    private void answer(String request) {
        complete(request, "userTask_answerRequest", "desk1", Map.of("answerDecision", "answered", "answerWay", "mail"));
        assertThat(desk.isRunning(request)).isFalse();
    }

    private static Map<String, Object> identity() {
        return Map.of("identityCheck", "confirmed", "identityMethod", "callBack");
    }

    private String declinedRequest() {
        String order = start(Map.of(), "acronym");
        complete(order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "askCustomer"), "reason");
        complete(order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "reject"), "reason");
        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        return order;
    }

    /** The customer asks on its page for another contact, twice, and sends a scan; its link is sent anew. */
    private String followedOrder() {
        String order = orderWithContractOut();
        String page = Follower.page(correspondence.of(order).get(0));
        var visitor = new Visitor(port);
        for (String outcome : List.of("keep", "change")) {
            assertThat(visitor.act(
                            page + "/contact?lang=en",
                            "name",
                            typed.get("name"),
                            "email",
                            "successor@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                            "language",
                            "en"))
                    .contains("We have your request");
            desk.complete(
                    Follower.change(orders.events(order)),
                    "userTask_confirmContact",
                    "desk1",
                    Map.of("contactOutcome", outcome));
            if (outcome.equals("keep")) {
                assertThat(visitor.send(page + "/scan?lang=en", new Multipart().pdf("scan", SamplePdf.plain())))
                        .contains("We have your scan");
                clock.forward(Duration.ofDays(91));
                visitor.post(page + "/link");
                clock.putBack();
            }
        }
        return leave(order, "withdrawal");
    }

    /** A person takes the mail for a notice; our answer to it comes back, and it is withdrawn: others follow for the service. */
    private String mailedNotice() {
        typed.put("mailText", hostile.in("mailText", 1500));
        Letter ending = letter(address(), "Opzegging BAMS", "Wij zeggen BAMS op.");
        complete(
                post.triage(ending),
                "userTask_sortMail",
                "desk1",
                Map.of("mailOutcome", "termination", "mailService", "BAMS", "acronym", customer),
                "reason");
        String file = post.order(ending).number();
        String received = correspondence.of(file).get(0).messageId();
        Letter bounce = letter("mailer-daemon@mx.example", "Undelivered", "Message-ID: " + received);
        complete(post.triage(bounce), "userTask_takeUpMail", "relations1", Map.of(), "deed");
        return leave(file, "withdrawal");
    }

    /** The mail does not say what it wants, and nobody knows its customer. */
    private String mailedOrder() {
        typed.put("mailText", hostile.in("mailText", 1500));
        Letter letter = letter(address(), "BAMS", "Hello, what does BAMS cost?");
        String number = post.triage(letter);
        String task = desk.task(number, "userTask_sortMail").getId();
        assertThat(new ApiCaller(port, "desk1", "en")
                        .get("/forms/sort-mail/" + task)
                        .body())
                .contains("what does BAMS cost", "mailText")
                .doesNotContain("<script", "<img", "<u ", "{{7*7}}", "\u202e");
        complete(
                number,
                "userTask_sortMail",
                "desk1",
                Map.of("mailOutcome", "startBams", "contactLanguage", "nl"),
                "reason");
        return post.order(letter).number();
    }

    private Letter letter(String from, String subject, String text) {
        Letter plain = Letter.of(from, subject + " " + typed.get("mailText"), text + "\n\n" + typed.get("mailText"));
        return new Letter(
                plain.messageId(),
                plain.from(),
                hostile.in("contactName", 200),
                plain.subject().substring(0, Math.min(200, plain.subject().length())),
                plain.text(),
                plain.headers(),
                plain.files());
    }

    private String deliveredOrder() throws IOException {
        String order = start(Map.of("acronym", customer));
        introduce(order);
        complete(
                order,
                "userTask_discussWishes",
                "relations1",
                Map.of("meetingNeeded", true, "meetingAt", inDays(7)),
                "wishes",
                "meetingPlace",
                "mailWords");
        complete(
                order,
                "userTask_holdMeeting",
                "relations1",
                Map.of("meetingHeld", false, "meetingAt", inDays(9)),
                "meetingPlace",
                "mailWords");
        complete(order, "userTask_holdMeeting", "relations1", Map.of(), "minutes");
        complete(order, "userTask_determineNeeds", "relations1", needs(true));
        complete(
                order,
                "userTask_arrangeAdvice",
                "relations1",
                Map.of("adviser", "adviser1", "appointmentAt", inDays(3)),
                "mailWords");
        complete(order, "userTask_adviseCustomer", "adviser1", Map.of(), "advice");
        harmless().pdf("contract", contracts.preview(order, terms.terms(order)));
        complete(order, "userTask_determineNeeds", "relations1", needs(false), "mailWords");
        registerCopies(order, "textChanged");
        complete(order, "userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse"), "reason");
        registerCopies(order, "none");
        timerOf(order, "bams-order");
        complete(
                order,
                "userTask_tellNewDate",
                "relations1",
                Map.of("newDate", openingDays.after(clock.today(), 10).toString()),
                "reason");
        watch.untilHandOver(order);
        complete(
                order,
                "userTask_handOverAppliance",
                "operations1",
                Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx")),
                "mailWords");
        complete(
                order,
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", "post"),
                "mailWords");
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        trialDays.pass(order);
        leaveLicence(subscriptions.ofOrder(order).orElseThrow().id());
        return order;
    }

    /** Fortinet extends no licence that is stopped. */
    private void leaveLicence(long subscription) {
        licences.endOn(subscription, clock.today().plusDays(20));
        licences.status(subscription, "STOPPED");
        String file = licences.look(subscription).get(0);
        complete(
                file, "userTask_settleLicenceExtension", "operations1", Map.of("extensionDecision", "leave"), "reason");
        licences.status(subscription, "ACTIVE");
    }

    /** The customer's configuration is there since an earlier order, and disabled. */
    private String orderWithoutLicence() {
        sandbox.sql("update fortiflex_config set status = 'DISABLED' where name like ?")
                .param(customer + " %")
                .update();
        String order = orderWithContractOut();
        registerCopies(order, "none");
        complete(order, "userTask_decideOnLicence", "operations1", Map.of("licenceDecision", "cancel"), "reason");
        sandbox.sql("update fortiflex_config set status = 'ACTIVE' where name like ?")
                .param(customer + " %")
                .update();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        return order;
    }

    /** Fortinet is out of reach until the last attempt, and a person orders the licence in its portal. */
    private String orderWhoseLicenceIsOrderedByHand() {
        String order = orderWithContractOut();
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":503}");
        desk.submit(order, "userTask_registerSignedCopies", "relations1", copies());
        gathering.exhaust(order, failed -> {});
        String failure = gathering.failureOf(order).orElseThrow();
        complete(
                failure,
                "userTask_decideOnFailedStep",
                "operations1",
                Map.of("failureDecision", "byHand", "reference", "FEMLVM0000000001"),
                "reason");
        partners.heal();
        desk.due(order).forEach(job -> management.executeJob(job.getId()));
        assertThat(bamsOrders.get(order).licenceSerial()).isEqualTo("FEMLVM0000000001");
        return order;
    }

    private String refusedNotice() {
        String file = notice("BAMS", Map.of("exceptionAsked", true), "acronym");
        complete(file, "userTask_reviewNotice", "desk2", reviewed(), "mailWords");
        complete(file, "userTask_decideOnNotice", "manager1", Map.of("noticeDecision", "refuse"), "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        return file;
    }

    private String noticeThatIsNotClear() {
        String file = notice("BAMS", Map.of(), "acronym");
        complete(file, "userTask_reviewNotice", "desk2", Map.of("noticeReview", "refuse"), "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        return file;
    }

    private String intentionThatLapses() {
        String file = notice("DCS", Map.of("channel", "mail"));
        silence(file);
        complete(file, "userTask_takeUpIntention", "relations1", Map.of("intentionDecision", "waitOn"), "reason");
        silence(file);
        complete(
                file,
                "userTask_takeUpIntention",
                "relations1",
                Map.of("intentionDecision", "lapse"),
                "reason",
                "mailWords");
        awaitMails(file);
        clock.putBack();
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        return file;
    }

    private void silence(String file) {
        for (int days : List.of(6, 11, 16)) {
            clock.toOpeningDay(days);
            mornings.come(file, "letterReminder");
        }
    }

    private String noticeThatIsWithdrawn() {
        String file = notice("DCS", Map.of("channel", "mail"));
        complete(
                file,
                "userTask_registerLetter",
                "relations1",
                Map.of(
                        "channel",
                        "electronicRegistered",
                        "receivedOn",
                        clock.today().toString()),
                "mailWords");
        String path = "/api/orders/%s/end-date".formatted(file);
        Map<String, String> wish = Map.of("endsOn", clock.today().plusDays(60).toString());
        assertRefusals(path, wish, "reason", "Reason");
        typed.put("reason", hostile.in("reason", 2000));
        assertThat(send(path, with(wish, "reason", typed.get("reason")))).contains("userTask_decideOnNewDate");
        complete(
                file,
                "userTask_decideOnNewDate",
                "admin",
                Map.of("newDateDecision", "move", "newEndsOn", wish.get("endsOn")),
                "reason",
                "mailWords");
        return leave(file, "withdrawal");
    }

    /** Its mail still comes, and Fortinet does not end the licence. */
    private String serviceThatEnds() {
        Zones.mailTo("customer.example", "a.mx.bams.belnet.example");
        clock.to(
                clock.today().atTime(10, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        String file = notice("BAMS", Map.of("exceptionAsked", true));
        complete(
                file,
                "userTask_decideOnNotice",
                "manager1",
                Map.of(
                        "noticeDecision",
                        "exception",
                        "exceptionEndsOn",
                        clock.today().plusDays(20).toString()),
                "reason",
                "mailWords");
        endRounds.look();
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"path\":\"entitlements/stop\"}");
        notices.fire(file, "intermediateCatchEvent_lastDayOver");
        complete(file, "userTask_settleMail", "operations1", Map.of("mailDecision", "stopNow"), "reason");
        complete(file, "userTask_decideOnEnding", "operations1", Map.of("endingDecision", "byHand"), "reason");
        partners.heal();
        notices.quarantineOver(file);
        awaitMails(file);
        clock.putBack();
        Zones.mailTo("customer.example", "mail.customer.example");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    /** Fortinet does not change the licence. */
    private String changeMadeByHand() {
        long id = subscribers.runningMailSecurity(
                customer, LocalDate.of(2024, 3, 1), Subscribers.reference(), "changed.example");
        price(id, "BAMS-2026-01-base");
        jdbc.sql("update subscription set appliance_id = null where id = ?")
                .param(id)
                .update();
        String file = change("BAMS", id);
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        complete(
                file,
                "userTask_determineMailChange",
                "desk1",
                mailChange("1", "atp", "changed.example mx.x.example"),
                "mailWords");
        complete(
                file,
                "userTask_registerAnnex",
                "relations1",
                Map.of("annexOutcome", "signed", "signedOn", clock.today().toString()),
                "reason",
                "mailWords");
        partners.heal();
        complete(file, "userTask_decideOnChange", "operations1", Map.of("changeDecision", "byHand"), "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    private String changeOfDomains() {
        String file = change("BAMS", onPaper());
        complete(
                file,
                "userTask_determineMailChange",
                "desk1",
                mailChange("1", "base", "other.example mx.x.example"),
                "mailWords");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    private String declinedAnnex() {
        String file = change("BAMS", onPaper());
        complete(
                file,
                "userTask_determineMailChange",
                "desk1",
                mailChange("4", "base", "paper.example mx.x.example"),
                "mailWords");
        complete(file, "userTask_registerAnnex", "relations1", Map.of("annexOutcome", "declined"), "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        return file;
    }

    private String changeTooCheap() {
        long id = onPaper();
        price(id, "BAMS-2026-02-base");
        String file = change("BAMS", id);
        complete(
                file,
                "userTask_determineMailChange",
                "desk1",
                mailChange("1", "base", "paper.example mx.x.example"),
                "mailWords");
        complete(file, "userTask_approveChange", "manager1", Map.of("changeApproval", "refuse"), "reason", "mailWords");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        return file;
    }

    private String refusedChange() {
        String file = change("BAMS", onPaper());
        complete(file, "userTask_determineMailChange", "desk1", Map.of("changeReview", "refuse"), "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        return file;
    }

    private String changeOfCertificates() {
        long id = subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1), "pki.example");
        String file = change("DCS", id);
        complete(
                file,
                "userTask_determineCertificateChange",
                "desk1",
                Map.of(
                        "changeReview",
                        "goOn",
                        "domains",
                        "other-pki.example",
                        "administrators",
                        "Ada; Lovelace; ada@pki.example"),
                "reason",
                "mailWords");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    private long onPaper() {
        long id = subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null, "paper.example");
        price(id, "BAMS-2026-01-base");
        return id;
    }

    private void price(long id, String line) {
        jdbc.sql("update subscription set price_line = ? where id = ?")
                .params(line, id)
                .update();
    }

    private static Map<String, Object> mailChange(String cpus, String servicePackage, String domains) {
        return Map.of(
                "changeReview",
                "goOn",
                "mailDomains",
                domains,
                "mailboxes",
                40,
                "cpus",
                cpus,
                "package",
                servicePackage);
    }

    private String change(String service, long subscription) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "service",
                service,
                "acronym",
                customer,
                "contract",
                jdbc.sql("select contract_number from subscription where id = ?")
                        .param(subscription)
                        .query(String.class)
                        .single(),
                "contactEmail",
                address(),
                "contactLanguage",
                "nl"));
        Stream.of("request", "contactName", "ticketReference")
                .forEach(key -> answers.put(key, type("change-requested", key)));
        assertRefusals("change-requested", answers, given -> desk.start("desk1", "service-change", given));
        return desk.start("desk1", "service-change", answers);
    }

    private Map<String, Object> reviewed() {
        return Map.of(
                "noticeReview",
                "goOn",
                "acronym",
                customer,
                "barcode",
                "010541288500000123456789",
                "receivedOn",
                clock.today().toString());
    }

    /** @param words keys of more fields to type into */
    private String notice(String service, Map<String, Object> more, String... words) {
        Map<String, Object> answers = new HashMap<>(notices.answers(service, customer, more));
        answers.put("contactEmail", address());
        answers.put("contactLanguage", "nl");
        Stream.concat(Stream.of("reason", "contactName", "ticketReference"), Stream.of(words))
                .forEach(key -> answers.put(key, type("notice-received", key)));
        assertRefusals("notice-received", answers, given -> desk.start("desk1", "service-termination", given));
        return desk.start("desk1", "service-termination", answers);
    }

    private String orderWithoutOrganisation() {
        partners.fail("sectigo", "{\"fault\":\"refusal\"}");
        String order = certificatesWithSignedContract();
        complete(
                order,
                "userTask_decideOnOrganisation",
                "operations1",
                Map.of("organisationDecision", "cancel"),
                "reason");
        partners.heal();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        return order;
    }

    private String deliveredCertificates() {
        String order = certificatesWithSignedContract();
        complete(
                order,
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", "post"),
                "mailWords");
        sectigo.validate(customer);
        organisations.look(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        return order;
    }

    private String certificatesWithSignedContract() {
        String order = start("dcs-order", Map.of("acronym", customer));
        introduce(order);
        complete(
                order,
                "userTask_determineDomains",
                "relations1",
                Map.of(
                        "domains",
                        customer.toLowerCase(Locale.ROOT) + ".example",
                        "administratorEmail",
                        address(),
                        "administratorPhone",
                        "+32 2 790 33 77",
                        "administratorLanguage",
                        "nl"),
                "administratorGivenName",
                "administratorFamilyName",
                "mailWords");
        registerCopies(order, "none");
        return order;
    }

    private String migrationOfNobody() {
        String file = migrate();
        complete(
                file,
                "userTask_chooseFormerOrganisation",
                "operations1",
                Map.of("formerOrganisationDecision", "cancel"),
                "reason");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        endCertificates();
        return file;
    }

    /** Of its two domains the authority takes one, and nobody proves the other. */
    private String migrationOfASilentCustomer() {
        var sold = new Domain("sold-" + customer.toLowerCase(Locale.ROOT) + ".example");
        var kept = new Domain("kept-" + customer.toLowerCase(Locale.ROOT) + ".example");
        long there = digicert.organisation("Former " + sold, "F-" + customer, List.of(sold, kept));
        String file = migrate();
        complete(
                file,
                "userTask_chooseFormerOrganisation",
                "operations1",
                Map.of("formerOrganisationDecision", "take", "formerOrganisation", Long.toString(there)));
        sectigo.suspend(sold);
        sectigo.validate(customer);
        organisations.look(file);
        complete(file, "userTask_decideOnDomain", "operations1", Map.of("domainDecision", "giveUp"), "reason");
        domains.look(file);
        domainMails.sendLink(file);
        for (int days : List.of(5, 6, 6, 5)) {
            clock.toOpeningDay(days);
            mornings.come(file, "recordReminder");
        }
        complete(file, "userTask_takeUpWithCustomer", "relations1", Map.of("takeUpDecision", "giveUp"), "reason");
        partners.have("/api/digicert/ended-certificates", "{\"organisation\":\"F-%s\"}".formatted(customer));
        clock.toOpeningDay(1);
        former.look(customer);
        awaitMails(file);
        clock.putBack();
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        endCertificates();
        assertRefusals(
                "validation-requested",
                Map.of("acronym", customer, "authority", "sectigo"),
                given -> desk.start("desk1", "dcs-validation", given));
        return file;
    }

    /** Who has the service orders it no more. */
    private void endCertificates() {
        subscriptions.running(customer, "DCS").forEach(one -> subscriptions.terminate(one.id(), clock.today(), null));
    }

    private String migrate() {
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        Map<String, Object> answers =
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo");
        assertRefusals("migration-requested", answers, given -> desk.start("manager1", "dcs-migration", given));
        return desk.start("manager1", "dcs-migration", answers);
    }

    private String stoppedCampaign() {
        String campaign = begin();
        complete(
                campaign,
                "userTask_steerCampaign",
                "manager1",
                Map.of("campaignDecision", "stop", "openMigrations", "abandon"),
                "reason");
        migrations.open(customer, Migrations.MIGRATION).forEach(file -> desk.runJobs(file.number()));
        assertThat(orders.get(campaign).state()).isEqualTo(OrderState.CANCELLED);
        return campaign;
    }

    private String overdueCampaign() {
        clock.toClosingDay();
        String campaign = begin();
        clock.toOpeningDay(70);
        mornings.come(campaign, "customersSettled");
        awaitMails(campaign);
        clock.putBack();
        complete(campaign, "userTask_steerCampaign", "manager1", Map.of("campaignDecision", "stop"), "reason");
        return campaign;
    }

    private String finishedCampaign() {
        clock.toOpeningDay(1);
        String campaign = begin();
        migrations.open(customer, Migrations.MIGRATION).forEach(file -> process.cancel(file.number(), "Elsewhere."));
        mornings.come(campaign, "customersSettled");
        awaitMails(campaign);
        clock.putBack();
        assertThat(orders.get(campaign).state()).isEqualTo(OrderState.COMPLETED);
        return campaign;
    }

    private String begin() {
        Map<String, Object> answers = Map.of(
                "formerAuthority",
                "digicert",
                "authority",
                "sectigo",
                "stopDate",
                clock.today().plusMonths(2).toString(),
                "customersADay",
                5,
                "customers",
                customer);
        assertRefusals("campaign-requested", answers, given -> desk.start("manager1", "dcs-migration-campaign", given));
        return desk.start("manager1", "dcs-migration-campaign", answers);
    }

    /** Two ports have the order's name, and nobody can tell which is the order's. */
    private String orderWithoutAppliance() {
        String order = orderWithContractOut();
        for (int last = 1; last <= 2; last++) {
            sandbox.sql("insert into os_port (id, name, subnet_id, address, mac, made_by_nova, created_at)"
                            + " values (random_uuid(), ?, random_uuid(), ?, ?, false, current_timestamp)")
                    .params(order, "198.51.100.7" + last, "fa:16:3e:00:00:7" + last)
                    .update();
        }
        registerCopies(order, "none");
        complete(order, "userTask_decideOnAppliance", "operations1", Map.of("applianceDecision", "cancel"), "reason");
        sandbox.sql("delete from os_port where address like '198.51.100.7%'").update();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        return order;
    }

    /** Somebody has made the customer's domain an alias of another one on its appliance. */
    private String orderWhoseApplianceRefuses() {
        String order = orderWithContractOut();
        registerCopies(order, "none");
        Awaitility.await().until(() -> protectElsewhere(order) == 1);
        watch.until(order, "userTask_decideOnConfiguration");
        complete(
                order,
                "userTask_decideOnConfiguration",
                "operations1",
                Map.of("configurationDecision", "cancel"),
                "reason");
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        return order;
    }

    /** How many appliances took the alias; none while the order's does not stand yet. */
    private int protectElsewhere(String order) {
        mailSecurity.lookAtAppliance(order);
        return sandbox.sql("insert into fortimail_domain (machine_id, name, alias_of, settings)"
                        + " select machine_id, 'customer.example', 'other.example', '{}' from fortimail_unit"
                        + " where reference like ?")
                .param("%" + order)
                .update();
    }

    /** After the weeks in which the same contact is reminded of domains. */
    private String orderOfACustomerThatStaysSilent() {
        clock.toOpeningDay(40);
        String order = orderWithContractOut();
        for (int days : List.of(10, 10, 11)) {
            clock.toOpeningDay(days);
            timerOf(order, "contract-signature");
        }
        complete(
                order,
                "userTask_decideOnSilence",
                "relations1",
                Map.of("silenceDecision", "withdraw"),
                "reason",
                "mailWords");
        awaitMails(order);
        clock.putBack();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        return order;
    }

    /** Fortinet does not take it back, and a person does. Before, a task waited for the customer, who called. */
    private String orderWhoseLicenceIsKept() {
        String order = orderWithContractOut();
        letWait(order, desk.task(order, "userTask_registerSignedCopies").getId());
        callReceived(order);
        registerCopies(order, "none");
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"path\":\"entitlements/stop\"}");
        typed.put("reason", hostile.in("reason", 2000));
        send("/api/orders/%s/withdrawal".formatted(order), Map.of("reason", typed.get("reason")));
        desk.runJobs(order);
        complete(order, "userTask_undoByHand", "operations1", Map.of("undoDecision", "doneByHand"), "reason");
        partners.heal();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        return order;
    }

    private void letWait(String order, String task) {
        String path = "/api/orders/%s/tasks/%s/waiting".formatted(order, task);
        Map<String, String> wait =
                Map.of("for", "customer", "until", clock.today().plusDays(9).toString());
        assertRefusals(path, wait, "reason", "Because");
        typed.put("waitReason", hostile.in("waitReason", 1000));
        assertThat(send(path, with(wait, "reason", typed.get("waitReason")))).contains("\"waiting\":{");
    }

    private void callReceived(String order) {
        String path = "/api/orders/%s/notes".formatted(order);
        Map<String, String> call = Map.of("kind", "callReceived");
        assertRefusals(path, call, "text", "Text");
        typed.put("note", hostile.in("note", 2000));
        assertThat(send(path, with(call, "text", typed.get("note")))).contains("\"kind\":\"callReceived\"");
    }

    /** It waits for the code that the distributor sends. */
    private String orderThroughTheDistributor() {
        String order = orderWithContractOut();
        bamsOrders.beginDelivery(order, LocalDate.now().plusDays(7), true);
        registerCopies(order, "none");
        assertRefusals(
                "enter-registration-code",
                Map.of(),
                given -> desk.submit(order, "userTask_enterRegistrationCode", "operations1", given));
        return order;
    }

    /** The only timer of a process of an order is due. */
    private void timerOf(String order, String process) {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult()
                .getId());
        desk.runJobs(order);
    }

    /** The customer gets a mail that somebody writes, and in the end is told that its order is left. */
    private String leave(String order, String way) {
        String mails = "/api/orders/%s/mails".formatted(order);
        String end = "/api/orders/%s/%s".formatted(order, way);
        Map<String, String> mail = Map.of("to", "requester", "subject", "subject", "text", "text");
        assertRefusals(mails, mail, "subject", "Subject");
        HostileText.LINE_BREAKS.forEach(bad -> assertThat(send(mails, with(mail, "subject", bad)))
                .contains("“Subject” contains invisible control characters."));
        assertRefusals(mails, mail, "text", "Text");
        assertRefusals(end, Map.of(), "reason", "Reason");

        typed.put("subject", hostile.in("subject", 150));
        typed.put("text", hostile.in("text", 10_000) + HostileText.LINE_BREAKS.get(0));
        typed.put("reason", hostile.in("reason", 2000) + HostileText.LINE_BREAKS.get(0));
        assertThat(send(mails, Map.of("to", "requester", "subject", typed.get("subject"), "text", typed.get("text"))))
                .contains("\"kind\":\"mailSent\"");
        assertThat(send(end, Map.of("reason", typed.get("reason")))).contains("\"number\":\"" + order);
        desk.runJobs(order);
        assertThat(orders.get(order).state()).isIn(OrderState.CANCELLED, OrderState.WITHDRAWN);
        return order;
    }

    private void assertRefusals(String path, Map<String, String> body, String key, String label) {
        HostileText.UNPRINTABLE.forEach(bad -> assertThat(send(path, with(body, key, bad)))
                .contains("“%s” contains invisible control characters.".formatted(label)));
        assertThat(send(path, with(body, key, HostileText.UNSEEN))).contains("“%s” is missing.".formatted(label));
    }

    private String send(String path, Map<String, String> body) {
        try {
            String text = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(body);
            return new ApiCaller(port, "manager1", "en")
                    .post(path, text, "Idempotency-Key", UUID.randomUUID().toString())
                    .body();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String questionThatIsPassedToAndFro() {
        String question = ask(Map.of("service", "BAMS", "topic", "contract", "acronym", customer));
        passOn(question);
        complete(question, "userTask_discussQuestion", "relations1", Map.of("managerDecision", "giveBack"), "note");
        complete(question, "userTask_answerQuestion", "desk1", Map.of("supportDecision", "answer"), "answer");
        assertThat(orders.get(question).state()).isEqualTo(OrderState.COMPLETED);
        return question;
    }

    private String questionOfNobodyKnown() {
        String question = ask(Map.of("service", "DCS", "topic", "technical"), "acronym");
        passOn(question);
        complete(question, "userTask_discussQuestion", "relations1", Map.of("managerDecision", "answer"), "answer");
        assertThat(orders.get(question).state()).isEqualTo(OrderState.COMPLETED);
        return question;
    }

    private String ask(Map<String, Object> more, String... words) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.put("contactEmail", address());
        answers.put("contactLanguage", "nl");
        Stream.concat(Stream.of("question", "contactName", "ticketReference"), Stream.of(words))
                .forEach(key -> answers.put(key, type("support-requested", key)));
        assertRefusals("support-requested", answers, given -> desk.start("desk1", "support-request", given));
        return desk.start("desk1", "support-request", answers);
    }

    private void passOn(String question) {
        complete(
                question,
                "userTask_answerQuestion",
                "desk1",
                Map.of("supportDecision", "passOn", "accountManager", "relations1"),
                "note");
    }

    private String orderWithContractOut() {
        String order = start(Map.of("acronym", customer));
        if (desk.openTasks(order).contains("userTask_reviewRequest")) {
            complete(
                    order,
                    "userTask_reviewRequest",
                    "desk1",
                    Map.of("requestOutcome", "accept", "acronym", customer),
                    "reason");
        }
        introduce(order);
        complete(order, "userTask_discussWishes", "relations1", Map.of(), "wishes");
        complete(order, "userTask_determineNeeds", "relations1", needs(false), "mailWords");
        return order;
    }

    private void introduce(String order) {
        complete(
                order,
                "userTask_introduceAccountManager",
                "desk1",
                Map.of("accountManager", "relations1"),
                "mailWords");
    }

    private static Map<String, Object> copies() {
        return Map.of(
                "copiesReceived",
                2,
                "signatoryName",
                "N",
                "signatoryRole",
                "R",
                "receivedOn",
                LocalDate.now().toString());
    }

    private void registerCopies(String order, String defect) {
        complete(
                order,
                "userTask_registerSignedCopies",
                "relations1",
                Map.of(
                        "copiesReceived",
                        2,
                        "copy1Defect",
                        "none",
                        "copy2Defect",
                        defect,
                        "receivedOn",
                        LocalDate.now().toString()),
                defect.equals("textChanged")
                        ? new String[] {"signatoryName", "signatoryRole", "mailWords", "changesAsked"}
                        : new String[] {"signatoryName", "signatoryRole", "mailWords"});
    }

    private static Map<String, Object> needs(boolean advice) {
        return Map.of(
                "mailDomains",
                "customer.example mx1.customer.example",
                "mailboxes",
                40,
                "trialDays",
                30,
                "technicalAdviceNeeded",
                advice);
    }

    private String start(Map<String, Object> more, String... words) {
        return start("bams-order", more, words);
    }

    private String start(String process, Map<String, Object> more, String... words) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.put("contactEmail", address());
        answers.put("contactPhone", "+32 2 790 33 77");
        answers.put("contactLanguage", "nl");
        Stream.concat(Stream.of("request", "contactName", "ticketReference", "customerReference"), Stream.of(words))
                .forEach(key -> answers.put(key, type("order-received", key)));
        assertRefusals("order-received", answers, given -> desk.start("desk1", process, given));
        return desk.start("desk1", process, answers);
    }

    /** @param words keys of the fields to type into */
    private void complete(String order, String task, String user, Map<String, Object> choices, String... words) {
        String form = form(task);
        Map<String, Object> answers = new HashMap<>(choices);
        Stream.of(words).forEach(key -> answers.put(key, type(form, key)));
        assertRefusals(form, answers, given -> desk.submit(order, task, user, given));
        if (LATER.contains(form) || !looked.add(form + choices)) {
            desk.complete(order, task, user, answers);
            return;
        }
        var beforehand = new Beforehand(port, json, jdbc);
        Optional<List<String>> shown =
                beforehand.shown(user, desk.task(order, task).getId(), answers);
        long last = beforehand.last();
        desk.complete(order, task, user, answers);
        shown.ifPresent(mails -> assertGoAsShown(form, mails, beforehand.writtenSince(last)));
    }

    /** More may follow at once, which later steps write. */
    private static void assertGoAsShown(String form, List<String> shown, List<String> written) {
        assertThat(written.stream().limit(shown.size()).toList())
                .as("mails of %s, as they were shown", form)
                .isEqualTo(shown);
        assertThat(shown.isEmpty()).as("%s shows whether it mails", form).isEqualTo(written.isEmpty());
    }

    private String type(String form, String key) {
        TextField field = fields.get(form + "." + key);
        String text = hostile.in(key, field.longest()) + (field.lines() ? HostileText.LINE_BREAKS.get(0) : "");
        covered.add(field.name());
        typed.put(key, text);
        return text;
    }

    /** Tries each form once with what its fields must not take. */
    private void assertRefusals(String form, Map<String, Object> answers, Consumer<Map<String, Object>> submit) {
        if (!tried.add(form)) {
            return;
        }
        fields.values().stream().filter(field -> field.form().equals(form)).forEach(field -> {
            unprintable(field).forEach(bad -> assertThat(refusals(with(answers, field.key(), bad), submit))
                    .as("%s with %s", field.name(), bad)
                    .containsExactly(tuple(field.key(), "form.error.controlCharacters")));
            if (REFUSED.containsKey(field.name())) {
                covered.add(field.name());
                String words = hostile.in(field.key(), field.longest());
                assertThat(refusals(with(answers, field.key(), words), submit))
                        .containsExactly(tuple(field.key(), REFUSED.get(field.name())));
            }
        });
    }

    private static Stream<String> unprintable(TextField field) {
        return field.lines()
                ? HostileText.UNPRINTABLE.stream()
                : Stream.concat(HostileText.UNPRINTABLE.stream(), HostileText.LINE_BREAKS.stream());
    }

    private static List<Tuple> refusals(Map<String, Object> answers, Consumer<Map<String, Object>> submit) {
        var refused = catchThrowableOfType(AnswersRefusedException.class, () -> submit.accept(answers));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.refusals().stream()
                .map(refusal -> tuple(refusal.field(), refusal.messageKey()))
                .toList();
    }

    private void awaitMails(String order) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> correspondence.of(order).stream()
                .allMatch(mail -> mail.sentAt() != null));
    }

    private void assertMailsAreHarmless(String order) {
        awaitMails(order);
        correspondence.of(order).forEach(mail -> harmless().mail(mail, Delivered.of(mail.messageId())));
    }

    /** All but scans, in which nothing is ours. */
    private void assertDocumentsAreHarmless(String order) {
        documents.of(order).stream()
                .filter(document -> ScanKind.of(document.kind()).isEmpty())
                .forEach(document -> harmless().pdf(document.kind(), documents.content(document)));
    }

    private Harmless harmless() {
        return new Harmless(typed, address());
    }

    private Stream<String> templates(String order) {
        return correspondence.of(order).stream().map(SentMail::template);
    }

    private static Set<String> allTemplates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/mail"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt")
                            && !Set.of("layout.txt", "subject.txt").contains(name))
                    .map(name -> name.replace(".txt", ""))
                    .filter(name -> !name.equals("digest"))
                    .collect(Collectors.toSet());
        }
    }

    private String address() {
        return "mail-admin@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
    }

    private static String form(String task) {
        return task.substring(task.indexOf('_') + 1)
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    private static String inDays(int days) {
        return LocalDateTime.now().plusDays(days).withNano(0).toString();
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
