package be.belnet.orderdesk.reconciliation.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three hundred subscriptions that were there before Orderdesk: some are changed, ended and moved to another customer as if it
 * had made them, and partners agree with what it says afterwards.
 */
@ProcessTest
class InstalledBaseTest {
    private static final int OTHERS = 147;
    private static final LocalDate END = LocalDate.of(2035, 12, 31);
    private static final String HEAD = "acronym,service,contract_number,contract_start,price_line,licence_serial,"
            + "licence_end,appliance,domains,authority,organisation_id\n";

    @LocalServerPort
    int port;

    @Autowired
    Nights nights;

    @Autowired
    Holdings holdings;

    @Autowired
    Desk desk;

    @Autowired
    Notices notices;

    @Autowired
    Register register;

    @Autowired
    LicenceSupplier licences;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    MailGateway gateway;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TestClock clock;

    @Autowired
    ManagementService management;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    private final StringBuilder file = new StringBuilder(HEAD);
    private String changes;
    private String ends;
    private String leaves;
    private String remains;
    private String address;

    @BeforeEach
    void nobodyHasAnything() {
        nights.begin();
        changes = register.university("nl");
        ends = register.university("fr");
        leaves = register.university("de");
        remains = register.university("en");
    }

    @AfterEach
    void allIsWell() {
        nights.end();
    }

    @Test
    void importedSubscriptionsAreChangedEndedMergedAndReconciled() throws IOException {
        writeDown();
        assertThat(imported()).isEqualTo(300);
        assertThat(imported()).as("the same file again").isZero();
        assertThat(nights.outcome(nights.reconcile())).isEqualTo("nothing");

        enlarge();
        exchangeDomains();
        merge();
        assertThat(nights.outcome(nights.next())).as("%s", nights.seen()).isEqualTo("nothing");

        end("BAMS", "EM");
        end("DCS", "ED");
        assertThat(holdings.isDelegated("ended.base.example")).isFalse();
        assertThat(nights.outcome(nights.reconcile())).as("%s", nights.seen()).isEqualTo("nothing");
        assertThat(found(leaves))
                .containsExactlyInAnyOrder("LM", "LD", "RM", "RD")
                .isEqualTo(found(remains));
    }

    /** One customer's with all that belongs to it at partners, the others' with what partners list of them. */
    private void writeDown() {
        running();
        line(
                changes,
                "DCS",
                "CD",
                ",,,changed.base.example kept.base.example,sectigo,"
                        + organisation("changed.base.example", "kept.base.example"));
        mailSecurity(ends, "EM");
        certificates(ends, "ED", "ended.base.example");
        mailSecurity(leaves, "LM");
        certificates(leaves, "LD", "left.base.example");
        mailSecurity(remains, "RM");
        certificates(remains, "RD", "remaining.base.example");
        String others = register.university("nl");
        for (int i = 0; i < OTHERS - 1; i++) {
            mailSecurity(others, "OM-" + i);
            certificates(others, "OD-" + i, "o%d.base.example".formatted(i));
        }
    }

    private void running() {
        String reference = Subscribers.reference();
        String serial = licences.order(reference, new LicenceRequest(changes, 1, "base", Set.of()))
                .serialNumber();
        String appliance = appliances
                .create(reference, new ApplianceRequest(1, "mx." + reference + ".example", "LICENSE-TOKEN:none"))
                .id();
        Awaitility.await().until(() -> appliances.look(appliance).orElseThrow().state() == Appliance.State.READY);
        address = appliances.look(appliance).orElseThrow().address();
        awaitAppliance();
        gateway.protect(address, List.of(new ProtectedDomain("mail.base.example", "mx.base.example")));
        LocalDate lastDay = licences.licences().stream()
                .filter(licence -> licence.licence().serialNumber().equals(serial))
                .findFirst()
                .orElseThrow()
                .lastDay();
        line(changes, "BAMS", "CM", "%s,%s,%s,mail.base.example,,".formatted(serial, lastDay, appliance));
    }

    private void mailSecurity(String acronym, String contract) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        line(
                acronym,
                "BAMS",
                contract,
                "%s,%s,%s,%s.base.example,,"
                        .formatted(serial, END, holdings.server(null, "ACTIVE"), contract.toLowerCase(Locale.ROOT)));
    }

    private void certificates(String acronym, String contract, String domain) {
        line(acronym, "DCS", contract, ",,,%s,sectigo,%s".formatted(domain, organisation(domain)));
    }

    private String organisation(String... domains) {
        String id = holdings.organisation("Organisation of " + domains[0]);
        List.of(domains).forEach(domain -> holdings.delegate(domain, id));
        return id;
    }

    private void line(String acronym, String service, String contract, String rest) {
        String priceLine = service.equals("BAMS") ? "BAMS-2026-01-base" : "DCS-2026";
        file.append("%s,%s,%s,2024-02-29,%s,%s\n".formatted(acronym, service, number(contract), priceLine, rest));
    }

    /** Contract numbers are known once for all tests. */
    private String number(String contract) {
        return changes + "-" + contract;
    }

    private int imported() throws IOException {
        JsonNode report = json.readTree(
                manager().postCsv("/api/subscriptions/import", file.toString()).body());
        assertThat(report.path("refused").asInt()).as(report.toString()).isZero();
        return report.path("created").asInt();
    }

    private void enlarge() {
        String change = start("BAMS");
        desk.complete(
                change,
                "userTask_determineMailChange",
                "desk1",
                Map.of(
                        "changeReview",
                        "goOn",
                        "mailDomains",
                        "mail.base.example mx.base.example",
                        "mailboxes",
                        40,
                        "cpus",
                        "2",
                        "package",
                        "base"));
        desk.submit(
                change,
                "userTask_registerAnnex",
                "relations1",
                Map.of("annexOutcome", "signed", "signedOn", clock.today().toString()));
        for (List<Job> due = desk.due(change); !due.isEmpty(); due = desk.due(change)) {
            awaitAppliance();
            management.executeJob(due.get(0).getId());
        }
        assertThat(desk.order(change).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(subscription("CM").agreement().priceLine()).isEqualTo("BAMS-2026-02-base");
    }

    private void exchangeDomains() {
        String change = start("DCS");
        desk.complete(
                change,
                "userTask_determineCertificateChange",
                "desk1",
                Map.of(
                        "changeReview",
                        "goOn",
                        "domains",
                        "kept.base.example\nnew.base.example",
                        "administrators",
                        "Given; Family; pki@new.base.example"));
        assertThat(desk.order(change).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(holdings.isDelegated("changed.base.example")).isFalse();
    }

    private String start(String service) {
        return desk.start(
                "desk1",
                "service-change",
                Map.of(
                        "service",
                        service,
                        "acronym",
                        changes,
                        "request",
                        "Please change our service.",
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "en"));
    }

    private void merge() throws IOException {
        var relations = new ApiCaller(port, "relations1", "en");
        String path = "/api/customers/merges";
        JsonNode preview = json.readTree(relations
                .get(path + "/preview?leaving=%s&remaining=%s".formatted(leaves, remains))
                .body());
        List<String> accepted = StreamSupport.stream(preview.spliterator(), false)
                .filter(finding -> finding.path("kind").asText().equals("conflict"))
                .map(finding -> finding.path("code").asText())
                .toList();
        var proposed = relations.post(
                path,
                json.writeValueAsString(Map.of(
                        "leaving", leaves, "remaining", remains, "accepted", accepted, "reason", "One house now")));
        String id = json.readTree(proposed.body()).path("id").asText();
        var approved = manager().post(path + "/" + id + "/approval", "{}");
        assertThat(approved.statusCode()).as(proposed.body() + approved.body()).isEqualTo(200);
    }

    private void end(String service, String contract) {
        long id = subscription(contract).id();
        String notice = notices.letter(service, ends, Map.of());
        notices.dayComes(notice, id);
        if (service.equals("BAMS")) {
            var references = subscriptions.get(id).references();
            assertThat(holdings.serverStatus(references.applianceId())).isEqualTo("SHUTOFF");
            assertThat(holdings.licenceStatus(references.licenceSerial())).isEqualTo("STOPPED");
            notices.quarantineOver(notice);
        }
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(desk.order(notice).state()).isEqualTo(OrderState.COMPLETED);
    }

    private List<String> found(String acronym) throws IOException {
        JsonNode page =
                json.readTree(manager().get("/api/subscriptions?q=" + acronym).body());
        return page.path("subscriptions").findValuesAsText("contract").stream()
                .map(number -> number.substring(number.indexOf('-') + 1))
                .sorted()
                .toList();
    }

    private Subscription subscription(String contract) {
        return subscriptions.get(jdbc.sql("select id from subscription where contract_number = ?")
                .param(number(contract))
                .query(Long.class)
                .single());
    }

    private void awaitAppliance() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.answers(address));
    }

    private ApiCaller manager() {
        return new ApiCaller(port, "manager1", "en");
    }
}
