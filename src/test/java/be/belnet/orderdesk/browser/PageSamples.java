package be.belnet.orderdesk.browser;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Multipart;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.Challenge.DnsRecord;
import be.belnet.orderdesk.dcs.Challenge.MailToOneOf;
import be.belnet.orderdesk.dcs.Challenge.WebFile;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainLinks;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.page.Visitor;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.feedback.FeedbackLinks;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.follow.Follower;
import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.process.OneNight;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.NewAbsence;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Something for each page to show, made at the first call, in an application that runs its jobs by itself. */
@TestComponent
class PageSamples {
    private static final String PAUSED = "HARICA";
    private static final Requester REQUESTER =
            new Requester("Mail administrator", "mail-admin@customer.example", "+32 2 555 01 02", "fr");

    private final Desk desk;
    private final Register register;
    private final KnownSubscriptions subscriptions;
    private final Partners partners;
    private final OneNight nights;
    private final Gathering gathering;
    private final PartnerPauses pauses;
    private final OrderFile orders;
    private final Correspondence correspondence;
    private final CertificateDomains domains;
    private final DomainLinks domainLinks;
    private final FeedbackLinks feedbackLinks;
    private final Feedbacks feedbacks;
    private final FormService forms;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Environment settings;
    private final Absences absences;

    private boolean made;
    private int port;
    private String contactChange;
    private String order;
    private String waiting;
    private String failed;
    private String termination;
    private String question;
    private String completed;
    private String migration;
    private String dataRequest;
    private String customerImport;
    private String subscriptionImport;
    private String change;
    private String merge;
    private String night;
    private String runningImport;
    private long absence;
    private Subscription subscription;

    PageSamples(
            Desk desk,
            Register register,
            KnownSubscriptions subscriptions,
            Partners partners,
            OneNight nights,
            Gathering gathering,
            PartnerPauses pauses,
            OrderFile orders,
            Correspondence correspondence,
            CertificateDomains domains,
            DomainLinks domainLinks,
            FeedbackLinks feedbackLinks,
            Feedbacks feedbacks,
            FormService forms,
            RepositoryService repository,
            JdbcClient jdbc,
            Environment settings,
            Absences absences) {
        this.desk = desk;
        this.register = register;
        this.subscriptions = subscriptions;
        this.partners = partners;
        this.nights = nights;
        this.gathering = gathering;
        this.pauses = pauses;
        this.orders = orders;
        this.correspondence = correspondence;
        this.domains = domains;
        this.domainLinks = domainLinks;
        this.feedbackLinks = feedbackLinks;
        this.feedbacks = feedbacks;
        this.forms = forms;
        this.repository = repository;
        this.jdbc = jdbc;
        this.settings = settings;
        this.absences = absences;
    }

    /** @param port of the application */
    PageSamples at(int port) {
        this.port = port;
        if (!made) {
            made = true;
            contactChange = null;
            order = contractOut();
            waiting = waitingForTheCustomer(port);
            termination = terminated();
            question = asked();
            completed = completedWithFeedback();
            migration = migrationOfManyKinds();
            dataRequest = requestAnsweredInPart(port);
            customerImport = imported(port, "/customers/import", "organisations", "contacts");
            subscriptionImport = imported(port, "/subscriptions/import", "file");
            runningImport = importForEver();
            change = changed("BAMS", subscriptions.mailSecurity("nl", LocalDate.of(2024, 2, 29), null));
            complete(
                    change,
                    "userTask_determineMailChange",
                    "desk1",
                    Map.of(
                            "changeReview", "goOn",
                            "mailDomains", "changed.example mx.changed.example",
                            "mailboxes", 400,
                            "cpus", "4",
                            "package", "base"));
            await(() -> desk.openTasks(change).contains("userTask_registerAnnex"));
            merge = proposedMerge(port);
            absence = toCome();
            night = differencesFound();
            nightsOfRetention();
            failed = failedAtThePartner();
        }
        Instant soon = Instant.now().plus(Duration.ofHours(3));
        pauses.begin(new PartnerPause(PAUSED, soon, "Works on the line until tonight", "operations1"));
        return this;
    }

    /** Nothing of it troubles the tests that follow. */
    void goOn() {
        pauses.end(PAUSED);
        partners.heal();
        if (failed != null) {
            gathering.retry(failed);
            nights.forget();
            failed = null;
            made = false;
        }
    }

    /** Of mail security, with contract and mails; one task is open. */
    String order() {
        return order;
    }

    /** One to come, so that no task moves. */
    private long toCome() {
        LocalDate first = absences.today().plusDays(200);
        return absences.presentAndComing().stream()
                .filter(known -> known.user().equals("operations2"))
                .findFirst()
                .map(Absence::id)
                .orElseGet(() -> absences.enter(
                        new NewAbsence("operations2", first, first.plusDays(4), "operations1"), "operations2"));
    }

    /** Path of the page of an absence. */
    String absence() {
        return "/absences/" + absence;
    }

    /** The open task of {@link #order}. */
    String task() {
        return desk.task(order, "userTask_registerSignedCopies").getId();
    }

    long mail() {
        return correspondence.of(order).get(0).id();
    }

    String customer() {
        return orders.get(order).acronym();
    }

    String waiting() {
        return waiting;
    }

    String failed() {
        return failed;
    }

    String termination() {
        return termination;
    }

    String question() {
        return question;
    }

    String completed() {
        return completed;
    }

    /** With a domain of each kind. */
    String migration() {
        return migration;
    }

    String dataRequest() {
        return dataRequest;
    }

    /** Path of its report. */
    String customerImport() {
        return customerImport;
    }

    /** Path of the page that tells how far it is. */
    String runningImport() {
        return runningImport;
    }

    /** Of mail security, before and after side by side; its annex is out. */
    String change() {
        return change;
    }

    /** A reconciliation that waits for a decision. */
    String night() {
        return night;
    }

    /** Path of a merge that is proposed. */
    String merge() {
        return merge;
    }

    /** Path of what two customers would come to. */
    String mergePreview() {
        return "/customers/merges?leaving=%s&remaining=%s".formatted(customer(), subscription.acronym());
    }

    /** Path of its report. */
    String subscriptionImport() {
        return subscriptionImport;
    }

    long subscription() {
        return subscription.id();
    }

    /** Without the application's address. */
    String domainLink() {
        return URI.create(domainLinks.to(migration).address()).getPath();
    }

    /** Without the application's address. */
    String followLink() {
        return Follower.page(correspondence.of(order).get(0));
    }

    /** Without the application's address. */
    String confirmLink() {
        contactChange();
        return correspondence.of(order).stream()
                .flatMap(mail -> Follower.confirmation(mail).stream())
                .findFirst()
                .orElseThrow();
    }

    /** A change of a contact that waits to be confirmed. */
    String contactChange() {
        if (contactChange == null) {
            new Visitor(port)
                    .post(
                            followLink() + "/contact",
                            "name",
                            "Head of systems",
                            "email",
                            "systems@customer.example",
                            "language",
                            "fr");
            contactChange = Follower.change(orders.events(order));
        }
        return contactChange;
    }

    /** Without the application's address. */
    String usefulLink() {
        return URI.create((String) feedbackLinks.invitation(completed).get("feedbackLink"))
                .getPath();
    }

    /** The same link as it was when its time was over. */
    String expired(String link) {
        String page = link.substring(0, link.lastIndexOf('/') + 1);
        var tokens =
                switch (page) {
                    case "/domains/" -> tokens("orderdesk.dcs.page.secret", "page of domains");
                    case "/follow/" -> tokens("orderdesk.follow.secret", "page of a file");
                    default -> tokens("orderdesk.feedback.secret", "was it useful");
                };
        String number = tokens.read(link.substring(page.length())).orElseThrow().orderNumber();
        return page + tokens.token(number, Instant.now().minus(Duration.ofDays(1)));
    }

    private SignedTokens tokens(String secret, String purpose) {
        return new SignedTokens(settings.getRequiredProperty(secret), purpose);
    }

    /** Sends a start form as a person; the file's number. */
    String start(String user, String process, Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return desk.as(user, () -> forms.submitStartForm(definition, answers).getBusinessKey());
    }

    /** Completes a task as soon as it is there. */
    void complete(String file, String task, String user, Map<String, Object> answers) {
        await(() -> desk.openTasks(file).contains(task));
        desk.submit(file, task, user, answers);
    }

    /** A file of which the engine knows nothing, with a long request. */
    String open(String service, String kind, String acronym) {
        String request = "Less spam,\nfor 300 people\n".repeat(30);
        return orders.open(new NewOrder(service, kind, acronym, request, REQUESTER, "T-1", "PO-1", null))
                .number();
    }

    String contractOut() {
        String file = wishesAsked();
        complete(file, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        complete(
                file,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
        await(() -> desk.openTasks(file).contains("userTask_registerSignedCopies"));
        return file;
    }

    /** Of mail security, at its second task. */
    String wishesAsked() {
        String file = start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "request", "Less spam,\nfor 300 people",
                        "contactName", REQUESTER.name(),
                        "contactEmail", REQUESTER.email(),
                        "contactLanguage", "nl"));
        complete(file, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        await(() -> desk.openTasks(file).contains("userTask_discussWishes"));
        return file;
    }

    boolean isBeyondWishes(String file) {
        return desk.openTasks(file).contains("userTask_determineNeeds");
    }

    private String waitingForTheCustomer(int port) {
        String file = wishesAsked();
        String task = desk.task(file, "userTask_discussWishes").getId();
        String wait = "{\"for\":\"customer\",\"until\":\"%s\",\"reason\":\"On leave until then\"}"
                .formatted(LocalDate.now().plusDays(9));
        expect(
                200,
                new ApiCaller(port, "relations1", "en")
                        .post("/api/orders/%s/tasks/%s/waiting".formatted(file, task), wait)
                        .statusCode());
        return file;
    }

    String terminated() {
        subscription = subscriptions.mailSecurity("fr", LocalDate.of(2024, 2, 29), null);
        String file = start(
                "desk1",
                "service-termination",
                Map.of(
                        "service", "BAMS",
                        "acronym", subscription.acronym(),
                        "givenBy", "customer",
                        "channel", "registeredLetter",
                        "barcode", "010541288500000123456789",
                        "receivedOn", LocalDate.now().toString(),
                        "contactName", "Head of IT",
                        "contactEmail", "it@customer.example",
                        "contactLanguage", "en"));
        await(() -> hasMailed(file));
        return file;
    }

    private boolean hasMailed(String file) {
        return correspondence.of(file).stream().anyMatch(mail -> mail.sentAt() != null);
    }

    String asked() {
        return start(
                "desk1",
                "support-request",
                Map.of(
                        "service", "DCS",
                        "topic", "contract",
                        "acronym", register.university("fr"),
                        "question", "Qui peut signer ?\nNotre recteur est absent.",
                        "contactName", "Administrateur",
                        "contactEmail", "pki@customer.example",
                        "contactLanguage", "fr"));
    }

    private String completedWithFeedback() {
        String file = open("BAMS", "order", register.university("de"));
        orders.close(file, OrderState.COMPLETED, null);
        feedbacks.keep(file, Usefulness.PARTLY, "Slower than we thought,\nbut it works.");
        String other = open("DCS", "support", register.university("nl"));
        orders.close(other, OrderState.COMPLETED, null);
        feedbacks.keep(other, Usefulness.NO, null);
        return file;
    }

    String migrationOfManyKinds() {
        String customer = register.university("nl");
        String file = open("DCS", "migration", customer);
        atSectigo(file);
        jdbc.sql("insert into dcs_migration (order_number, former_authority) values (?, 'digicert')")
                .param(file)
                .update();
        String zone = customer.toLowerCase(Locale.ROOT) + ".example";
        List<Domain> names = Stream.of("record", "file", "mail", "refused", "wildcard", "done", "wildcard-refused")
                .map(name -> new Domain(name + "." + zone))
                .toList();
        domains.open(
                file,
                customer,
                "sectigo",
                names,
                names.stream().map(Domain::wildcard).toList());
        await(file, 0, new DnsRecord(ValidationMethod.CNAME, "_ab12." + names.get(0), "0123456789abcdef.sectigo.com"));
        await(
                file,
                1,
                new WebFile(
                        URI.create("http://%s/.well-known/pki-validation/AB12.txt".formatted(names.get(1))), "01\n23"));
        await(file, 2, new MailToOneOf(List.of("admin@" + zone, "postmaster@" + zone)));
        domains.refuse(domains.get(file, 3), "The domain is on a list of blocked names.");
        domains.enter(domains.get(file, 3), State.REFUSED);
        domains.enter(domains.get(file, 4), State.WILDCARD_AWAITED);
        domains.keepValidity(domains.get(file, 5), LocalDate.now().plusDays(20));
        domains.enter(domains.get(file, 5), State.VALIDATED);
        domains.keepValidity(domains.get(file, 6), LocalDate.now().plusDays(180));
        domains.refuseWildcard(domains.get(file, 6), "The wildcard is restricted for this organisation.");
        return file;
    }

    /** The order with what is known of one at the end of its way. */
    String orderFarAhead() {
        jdbc.sql(
                        "update bams_order set promised_on = current_date, meeting_at = current_timestamp, meeting_place = 'Room 1',"
                                + " minutes = 'As wished', appointment_at = current_timestamp, adviser = 'adviser1',"
                                + " advice = 'Two mail hosts', licence_serial = 'FEVMMLTM00000001', appliance_id = 'appliance-1',"
                                + " appliance_address = '192.0.2.1' where order_number = ?")
                .param(order)
                .update();
        return order;
    }

    private String changed(String service, Subscription changed) {
        return start(
                "desk1",
                "service-change",
                Map.of(
                        "service", service,
                        "acronym", changed.acronym(),
                        "contract", changed.agreement().contractNumber(),
                        "request", "More people",
                        "contactName", REQUESTER.name(),
                        "contactEmail", REQUESTER.email(),
                        "contactLanguage", "nl"));
    }

    private String differencesFound() {
        var afterEnd = new Difference(
                DifferenceKind.LICENCE_AFTER_END,
                "FEVMMLTM26000262",
                register.university("nl"),
                null,
                "2026-01-01",
                "2027-05-31",
                DifferenceAct.END_LICENCE);
        return nights.found(Map.of("fortiflex", List.of(afterEnd)), "sectigo");
    }

    String certificateChange() {
        return changed("DCS", subscriptions.certificates(register.university("nl"), LocalDate.of(2024, 2, 29)));
    }

    private String proposedMerge(int port) {
        var answer = new ApiCaller(port, "manager1", "en")
                .post(
                        "/customers/merges",
                        new Multipart()
                                .field("leaving", register.university("fr"))
                                .field("remaining", register.university("nl"))
                                .field("reason", "One university now"));
        expect(302, answer.statusCode());
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    String certificates() {
        String file = open("DCS", "order", register.university("nl"));
        atSectigo(file);
        return file;
    }

    private void atSectigo(String file) {
        jdbc.sql("insert into dcs_order (order_number, authority) values (?, 'sectigo')")
                .param(file)
                .update();
    }

    String campaign() {
        String file = open("DCS", "campaign", null);
        jdbc.sql(
                        "insert into dcs_campaign (order_number, former_authority, authority, stop_date, customers_a_day, paused,"
                                + " abandons) values (?, 'digicert', 'sectigo', current_date + interval '30' day, 5, true, false)")
                .param(file)
                .update();
        return file;
    }

    String licenceExtension() {
        Subscription extended = subscriptions.mailSecurity("nl", LocalDate.of(2024, 2, 29), null);
        String file = open("BAMS", "licenceExtension", extended.acronym());
        jdbc.sql("insert into bams_order (order_number, invitations_sent) values (?, 0)")
                .param(file)
                .update();
        jdbc.sql(
                        "insert into licence_extension (order_number, subscription_id, licence_ends_on, wanted_until,"
                                + " through_distributor, open_slot) values (?, ?, date '2027-02-28', date '2028-02-28', true, 1)")
                .params(file, extended.id())
                .update();
        return file;
    }

    private void await(String file, int place, Challenge challenge) {
        CertificateDomain one = domains.get(file, place);
        domains.keepChallenge(one, challenge);
        domains.enter(one, State.RECORD_AWAITED);
    }

    private String requestAnsweredInPart(int port) {
        String file = askedForData();
        complete(
                file,
                "userTask_checkIdentity",
                "desk1",
                Map.of("identityCheck", "confirmed", "identityMethod", "knownAddress"));
        var asker = new ApiCaller(port, "desk1", "en");
        expect(
                200,
                asker.get("/privacy/requests/%s/export.json".formatted(file)).statusCode());
        jdbc.sql("insert into erasure_kept (request_number, table_name, row_key, what, kept_until, ground)"
                        + " values (?, 'contract', 1, 'BAMS-C-2026-00001', date '2037-12-31', 'fiscalRecords')")
                .param(file)
                .update();
        return file;
    }

    String askedForData() {
        return start(
                "desk1",
                "data-request",
                Map.of(
                        "requestKind", "access",
                        "personName", "The signatory",
                        "personEmail", "signatory@nobody.example",
                        "receivedOn", LocalDate.now().minusDays(40).toString()));
    }

    /** Refused line by line; where it ends. */
    private static String imported(int port, String page, String... files) {
        Multipart form = new Multipart();
        byte[] table = "acronym;service\nNOBODY;BAMS\nNOBODY;X\n".getBytes(StandardCharsets.UTF_8);
        Stream.of(files).forEach(file -> form.file(file, table));
        var answer = new ApiCaller(port, "manager1", "en").post(page, form);
        expect(302, answer.statusCode());
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String importForEver() {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into customer_import (started_by, started_at, progress_at, failed, lines_total, lines_done,"
                        + " created_count, updated_count, unchanged_count, refused_count)"
                        + " values ('manager1', current_timestamp, current_timestamp, false, 300, 120, 100, 20, 0, 0)")
                .update(key, "id");
        return "/customers/import/" + key.getKey();
    }

    /** The import that runs has come to this line. */
    void importGoesOn(int line) {
        jdbc.sql("update customer_import set lines_done = ?, progress_at = current_timestamp where id = ?")
                .params(line, Long.parseLong(runningImport.replaceAll("\\D", "")))
                .update();
    }

    private void nightsOfRetention() {
        jdbc.sql("insert into retention_run (run_on, begun_at, ended_at, discards)"
                        + " select date '2020-02-02', current_timestamp, null, true"
                        + " where not exists (select 1 from retention_run where run_on = date '2020-02-02')")
                .update();
        jdbc.sql("insert into retention_count (run_id, class, expired, discarded, failed)"
                        + " select id, 'orders', 3, 2, 1 from retention_run r where run_on = date '2020-02-02'"
                        + " and not exists (select 1 from retention_count c where c.run_id = r.id)")
                .update();
    }

    String failedAtThePartner() {
        String file = contractOut();
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":503}");
        complete(
                file,
                "userTask_registerSignedCopies",
                "relations1",
                Map.of(
                        "copiesReceived",
                        2,
                        "signatoryName",
                        "The signatory",
                        "signatoryRole",
                        "Rector",
                        "receivedOn",
                        LocalDate.now().toString()));
        await(() -> {
            gathering.exhaust(file, job -> {});
            return gathering.failureOf(file).isPresent();
        });
        return file;
    }

    private static void expect(int status, int answered) {
        if (answered != status) {
            throw new AssertionError("Answered with %d instead of %d".formatted(answered, status));
        }
    }

    static void await(Callable<Boolean> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(wanted);
    }
}
