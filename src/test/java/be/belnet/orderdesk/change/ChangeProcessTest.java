package be.belnet.orderdesk.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import be.belnet.orderdesk.workflow.MailPreviews.ShownMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way of a change: made, refused, declined, withdrawn before and while it is made, and every loop on it. */
@ProcessTest
class ChangeProcessTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final String DETERMINE_MAIL = "userTask_determineMailChange";
    private static final String DETERMINE_CERTIFICATES = "userTask_determineCertificateChange";
    private static final String APPROVE = "userTask_approveChange";
    private static final String ANNEX = "userTask_registerAnnex";
    private static final String TROUBLE = "userTask_decideOnChange";

    @Autowired
    Desk desk;

    @Autowired
    List<MailPreviews> shownMails;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Changes changes;

    @Autowired
    OrderFile orders;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Partners partners;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    LicenceSupplier licences;

    @Autowired
    MailGateway gateway;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DomainRounds domains;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private String customer;
    private String reference;
    private long id;

    @BeforeEach
    void newCustomer() {
        customer = register.university("en");
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
    }

    @Test
    void otherDomainsAreProtectedByTheSameApplianceWithoutAnAnnex() {
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("mailDomains", domain("a") + " mx.new.example\n" + domain("c") + " mx.c.example"));

        assertDone(file);
        assertThat(mails(file)).containsExactly("change-confirmed", "change-done");
        assertThat(words(file, "change-confirmed")).contains("+ " + domain("c") + " → mx.c.example");
        assertThat(protectedDomains())
                .containsExactlyInAnyOrder(
                        new ProtectedDomain(domain("a"), "mx.new.example"),
                        new ProtectedDomain(domain("c"), "mx.c.example"));
        assertThat(subscriptions.domains(id)).containsExactly(domain("a"), domain("c"));
        assertThat(kinds()).contains("serviceChanged").doesNotContain("priceChanged");
        assertThat(partners.count(reference, "server resized")).isZero();
        assertThat(partners.count(reference, "server created")).isOne();
        assertThat(partners.count(reference, "domain deleted")).isOne();
    }

    @Test
    void largerSizeNeedsAnAnnexAndCountsFromToday() {
        mailSecurity();
        Subscription before = subscriptions.get(id);
        String address = address();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "2"));

        assertThat(desk.openTasks(file)).containsExactly(ANNEX);
        assertThat(mails(file)).containsExactly("change-annex");
        assertThat(documents.of(file)).singleElement().satisfies(annex -> {
            assertThat(annex.kind()).isEqualTo("changeAnnex");
            assertThat(new String(documents.content(annex), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        });
        ShownMail shown = shownForAnnex(file);
        sign(file);

        assertDone(file);
        Subscription after = subscriptions.get(id);
        assertThat(after.references()).isEqualTo(before.references());
        assertThat(after.agreement().priceLine()).isEqualTo("BAMS-2026-02-base");
        assertThat(after.agreement().contractNumber())
                .isEqualTo(before.agreement().contractNumber());
        assertThat(subscriptions.history(id)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("priceChanged");
            assertThat(event.countsFrom()).isEqualTo(clock.today());
            assertThat(event.orderNumber()).isEqualTo(file);
        });
        assertThat(licences.covers(licence(), request(2, "base"))).isTrue();
        assertThat(appliances.hasSize(after.references().applianceId(), 2)).isTrue();
        assertThat(address()).isEqualTo(address);
        assertThat(partners.count(reference, "server resized")).isOne();
        assertThat(partners.count(reference, "server created")).isOne();
        assertThat(mails(file)).containsExactly("change-annex", "change-done");
        assertThat(SignedTokens.withoutTokens(correspondence.of(file).get(1).html()))
                .as("the mail as it was shown before")
                .isEqualTo(SignedTokens.withoutTokens(shown.html()));
        assertThat(changes.get(file).before().one("cpus")).isEqualTo("1");
    }

    @Test
    void nextChangeBeginsWhereTheFormerEnded() {
        mailSecurity();
        String first = start("BAMS");
        determine(first, Map.of("mailboxes", 500));
        assertDone(first);

        String second = start("BAMS");

        assertThat(changes.get(second).before()).isEqualTo(changes.get(first).after());
        assertThat(changes.get(second).before().one("mailboxes")).isEqualTo("500");
    }

    @Test
    void cheaperOneIsApprovedByAManagerWhoDidNotDetermineIt() {
        mailSecurity();
        jdbc.sql("update subscription set price_line = 'BAMS-2026-02-base' where id = ?")
                .param(id)
                .update();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "1"));
        assertThat(desk.openTasks(file)).containsExactly(APPROVE);

        jdbc.sql("update service_change set determined_by = 'manager1' where order_number = ?")
                .param(file)
                .update();
        assertThatThrownBy(() -> approve(file)).isInstanceOf(AnswersRefusedException.class);
        jdbc.sql("update service_change set determined_by = 'desk1' where order_number = ?")
                .param(file)
                .update();
        approve(file);
        sign(file);

        assertDone(file);
        assertThat(subscriptions.get(id).agreement().priceLine()).isEqualTo("BAMS-2026-01-base");
    }

    @Test
    void managerRefuses() {
        mailSecurity();
        jdbc.sql("update subscription set price_line = 'BAMS-2026-02-base' where id = ?")
                .param(id)
                .update();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "1"));
        desk.complete(file, APPROVE, "manager1", Map.of("changeApproval", "refuse", "reason", "The size is needed."));

        assertRefused(file, "The size is needed.");
    }

    @Test
    void deskRefuses() {
        mailSecurity();
        String file = start("BAMS");
        assertThatThrownBy(() -> desk.complete(file, DETERMINE_MAIL, "desk1", Map.of("changeReview", "refuse")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(
                file, DETERMINE_MAIL, "desk1", Map.of("changeReview", "refuse", "reason", "No such size is sold."));

        assertRefused(file, "No such size is sold.");
    }

    @Test
    void customerDeclinesTheAnnex() {
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("package", "atp"));
        desk.complete(
                file, ANNEX, "relations1", Map.of("annexOutcome", "declined", "reason", "Too dear for this year."));

        assertRefused(file, "Too dear for this year.");
        assertThat(licences.covers(licence(), request(1, "base"))).isTrue();
    }

    @Test
    void annexSignedTomorrowIsRefused() {
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("package", "atp"));

        assertThatThrownBy(() -> desk.complete(
                        file,
                        ANNEX,
                        "relations1",
                        Map.of(
                                "annexOutcome",
                                "signed",
                                "signedOn",
                                clock.today().plusDays(1).toString())))
                .isInstanceOf(AnswersRefusedException.class);
    }

    @Test
    void whatChangesNothingIsRefused() {
        mailSecurity();
        String file = start("BAMS");
        String hosts = domain("a") + " mx.a.example\n" + domain("b") + " mx.b.example";
        determine(file, Map.of("mailDomains", hosts));
        assertDone(file);
        String second = start("BAMS");

        assertThatThrownBy(() -> determine(second, Map.of("mailDomains", hosts)))
                .isInstanceOf(AnswersRefusedException.class)
                .hasMessageContaining("nothingChanges");
    }

    @Test
    void customerWithdrawsBeforeItIsMade() {
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "2"));
        process.withdraw(file, "We wait until next year.");
        desk.runJobs(file);

        assertThat(desk.order(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(mails(file)).containsExactly("change-annex", "change-withdrawn");
        assertThat(partners.count(reference, "server resized")).isZero();
        assertThat(changes.openFor(id)).isEmpty();
        assertThat(start("BAMS")).isNotEqualTo(file);
    }

    @Test
    void belnetCancels() {
        mailSecurity();
        String file = start("BAMS");
        process.cancel(file, "Asked for by mistake.");
        desk.runJobs(file);

        assertThat(desk.order(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(words(file, "change-cancelled")).contains("Asked for by mistake.");
    }

    @Test
    void doneItCannotBeLeft() {
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("mailboxes", 700));

        assertThatThrownBy(() -> process.withdraw(file, "Too late.")).isInstanceOf(OrderClosedException.class);
    }

    /** All has been done but for the domains: size and licence become again what they were. */
    @Test
    void withdrawnWhileItIsMadeAllIsUndone() {
        mailSecurity();
        String file = start("BAMS");
        partners.fail("fortimail", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        determine(
                file,
                Map.of("cpus", "2", "mailDomains", domain("a") + " mx.a.example\n" + domain("c") + " mx.c.example"));
        sign(file);
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        assertThat(licences.covers(licence(), request(2, "base"))).isTrue();

        assertThat(process.consequences(file)).extracting("key").contains("licenceRestored", "sizeRestored");
        partners.heal();
        process.withdraw(file, "We wait until next year.");
        desk.runJobs(file);

        assertThat(desk.order(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(licences.covers(licence(), request(1, "base"))).isTrue();
        assertThat(appliances.hasSize(subscriptions.get(id).references().applianceId(), 1))
                .isTrue();
        assertThat(protectedDomains()).extracting(ProtectedDomain::domain).doesNotContain(domain("c"));
        assertThat(orders.events(file, List.of("effectUndone")))
                .as("licence and size; the domains were refused")
                .hasSize(2);
        assertThat(subscriptions.get(id).agreement().priceLine()).isEqualTo("BAMS-2026-01-base");
    }

    @Test
    void whatTheDistributorSoldAndNobodyChangedIsNotTakenBack() {
        mailSecurity();
        boughtThroughTheDistributor();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "2"));
        sign(file);
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        process.withdraw(file, "We wait until next year.");
        desk.runJobs(file);

        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(desk.order(file).state()).isEqualTo(OrderState.WITHDRAWN);
    }

    @Test
    void whatAPartnerDoesNotTakeBackIsUndoneByHand() {
        mailSecurity();
        String file = start("BAMS");
        partners.fail("openstack", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        determine(file, Map.of("cpus", "2"));
        sign(file);
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        process.withdraw(file, "We wait until next year.");
        desk.runJobs(file);
        assertThat(desk.openTasks(file)).containsExactly("userTask_undoByHand");
        desk.complete(file, "userTask_undoByHand", "operations1", Map.of("undoDecision", "tryAgain"));
        desk.complete(
                file,
                "userTask_undoByHand",
                "operations1",
                Map.of("undoDecision", "doneByHand", "reason", "Ticket 4711"));

        assertThat(desk.order(file).state()).isEqualTo(OrderState.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({"fortiflex, 2", "openstack, 2", "fortimail, 1"})
    void whatAPartnerRefusesIsTriedAgain(String partner, String cpus) {
        mailSecurity();
        String file = start("BAMS");
        partners.fail(partner, "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        determine(file, Map.of("cpus", cpus, "mailDomains", domain("d") + " mx.d.example"));
        if (cpus.equals("2")) {
            sign(file);
        }
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        complete(file, TROUBLE, "operations1", Map.of("changeDecision", "tryAgain"));
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        partners.heal();
        complete(file, TROUBLE, "operations1", Map.of("changeDecision", "tryAgain"));

        assertDone(file);
        assertThat(protectedDomains()).containsExactly(new ProtectedDomain(domain("d"), "mx.d.example"));
    }

    @Test
    void whatAPartnerRefusesIsDoneByHand() {
        mailSecurity();
        String file = start("BAMS");
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        determine(file, Map.of("package", "atp"));
        sign(file);
        assertThatThrownBy(() -> desk.complete(file, TROUBLE, "operations1", Map.of("changeDecision", "byHand")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(
                file, TROUBLE, "operations1", Map.of("changeDecision", "byHand", "reason", "Changed in the portal"));

        assertDone(file);
    }

    /** The look at the partner is refused after an attempt of which nobody knows whether it was done. */
    @Test
    void whatAPartnerRefusesToShowIsDoneByHand() {
        mailSecurity();
        String file = start("BAMS");
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        determine(file, Map.of("package", "atp"));
        sign(file);
        assertThat(jdbc.sql("update effect set state = 'unknown' where order_number = ? and state = 'refused'")
                        .param(file)
                        .update())
                .isOne();
        desk.complete(
                file, TROUBLE, "operations1", Map.of("changeDecision", "byHand", "reason", "Changed in the portal"));

        assertDone(file);
    }

    @Test
    void domainsAndAdministratorsComeAndGoAtTheSameOrganisation() {
        certificates();
        String first = start("DCS");
        desk.complete(first, DETERMINE_CERTIFICATES, "desk1", certificates("a b", "Ada; Lovelace; %s"));
        assertDone(first);
        assertThat(sectigo.manages(mail("%s"))).isTrue();

        String file = start("DCS");
        desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates("a c", "Grace; Hopper; new-%s"));

        assertDone(file);
        assertThat(mails(file)).containsExactly("change-confirmed", "change-done");
        assertThat(sectigo.holder(new Domain(domain("c")))).contains(sectigo.legalName(customer));
        assertThat(sectigo.holder(new Domain(domain("b")))).isEmpty();
        assertThat(sectigo.holder(new Domain(domain("a")))).contains(sectigo.legalName(customer));
        assertThat(sectigo.manages(mail("%s"))).isFalse();
        assertThat(sectigo.manages(mail("new-%s"))).isTrue();
        assertThat(subscriptions.domains(id)).containsExactly(domain("a"), domain("c"));
        assertThat(orders.openFiles("DCS", customer, null))
                .extracting(Order::kind)
                .contains("validation");
        assertThat(partners.count(sectigo.legalName(customer), "organisation created"))
                .isOne();
        assertNothingPersonalInTheEngine("lovelace", "hopper");
    }

    /** It would be validated, and renewed, for ever; and nobody would hear of it again once it comes back. */
    @Test
    void domainThatGoesWhileItIsValidatedIsGivenUpAndMayComeAgain() {
        certificates();
        String first = begunValidation(change("a b c"));
        assertThat(stateOf("c")).isEqualTo(State.RECORD_AWAITED);

        change("a b");
        desk.runJobs(first);
        assertThat(stateOf("c")).isEqualTo(State.GIVEN_UP);
        domains.look(first);
        assertThat(desk.order(first).state()).isEqualTo(OrderState.COMPLETED);

        String second = begunValidation(change("a b c"));
        assertThat(second).isNotEqualTo(first);
        assertThat(domains.of(second)).extracting(CertificateDomain::state).containsExactly(State.RECORD_AWAITED);
    }

    @Test
    void domainThatGoesWhileAPersonDecidesOnItIsGivenUp() {
        certificates();
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"start/domain/\"}");
        String validation = begunValidation(change("a b c"));
        assertThat(desk.openTasks(validation)).containsExactly("userTask_decideOnDomain");
        partners.heal();

        change("a b");
        desk.runJobs(validation);
        assertThat(stateOf("c")).isEqualTo(State.GIVEN_UP);
        assertThat(desk.openTasks(validation)).isEmpty();
    }

    @Test
    void domainThatHasNotBegunYetIsTriedAgainLater() {
        certificates();
        String validation = validation(change("a b c"));
        Job opening = desk.due(validation).get(0);
        management.executeJob(opening.getId());
        assertThat(stateOf("c")).isEqualTo(State.WAITING);

        String file = start("DCS");
        assertThatThrownBy(() ->
                        desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates("a b", "Ada; Lovelace; %s")))
                .hasMessageContaining(domain("c"));
        desk.runJobs(validation);
        desk.pending(file).forEach(job -> management.executeJob(job.getId()));
        desk.runJobs(file);
        assertDone(file);
        desk.runJobs(validation);
        assertThat(stateOf("c")).isEqualTo(State.GIVEN_UP);
    }

    @Test
    void domainInTheHandsOfAnotherFileIsRefused() {
        certificates();
        String validation = begunValidation(change("a b c"));
        Map<String, Object> wanted = certificates("a c", "Ada; Lovelace; %s");
        customer = register.university("en");
        certificates();
        String file = start("DCS");

        assertThatThrownBy(() -> desk.complete(file, DETERMINE_CERTIFICATES, "desk1", wanted))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .singleElement()
                        .satisfies(refusal -> {
                            assertThat(refusal.messageKey()).isEqualTo("form.error.domainUnderWay");
                            assertThat(refusal.arguments()).contains(validation);
                        }));
    }

    private String change(String labels) {
        String file = start("DCS");
        desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates(labels, "Ada; Lovelace; %s"));
        assertDone(file);
        return file;
    }

    /** The file that has the domains of a change validated. */
    private String validation(String file) {
        return orders.findByToken("change/" + file).map(Order::number).orElseThrow();
    }

    private String begunValidation(String file) {
        String validation = validation(file);
        desk.runJobs(validation);
        return validation;
    }

    private State stateOf(String label) {
        String file = jdbc.sql("select order_number from certificate_domain where domain = ?")
                .param(domain(label))
                .query(String.class)
                .single();
        return domains.of(file).stream()
                .filter(known -> known.domain().name().equals(domain(label)))
                .map(CertificateDomain::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheAuthorityRefusesIsTriedAgain() {
        certificates();
        String file = start("DCS");
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates("a c", "Grace; Hopper; %s"));
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        partners.heal();
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"admin\"}");
        desk.complete(file, TROUBLE, "operations1", Map.of("changeDecision", "tryAgain"));
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        partners.heal();
        desk.complete(file, TROUBLE, "operations1", Map.of("changeDecision", "tryAgain"));

        assertDone(file);
        assertThat(sectigo.holder(new Domain(domain("c")))).contains(sectigo.legalName(customer));
        assertThat(sectigo.manages(mail("%s"))).isTrue();
    }

    @Test
    void certificatesWithdrawnWhileTheyAreChangedAreWhatTheyWere() {
        certificates();
        String file = start("DCS");
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"admin\"}");
        desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates("a c", "Grace; Hopper; %s"));
        assertThat(desk.openTasks(file)).containsExactly(TROUBLE);
        assertThat(sectigo.holder(new Domain(domain("b")))).isEmpty();
        partners.heal();
        process.withdraw(file, "We keep what we have.");
        desk.runJobs(file);

        assertThat(desk.order(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(sectigo.holder(new Domain(domain("b")))).contains(sectigo.legalName(customer));
        assertThat(sectigo.holder(new Domain(domain("c")))).isEmpty();
        assertThat(sectigo.manages(mail("%s"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "Ada; Lovelace", "Ada; Lovelace; nowhere", ";;"})
    void lineThatNamesNobodyIsRefused(String line) {
        certificates();
        String file = start("DCS");

        assertThatThrownBy(() -> desk.complete(file, DETERMINE_CERTIFICATES, "desk1", certificates("a b", line)))
                .isInstanceOf(AnswersRefusedException.class)
                .hasMessageContaining("noAdministrator");
    }

    @Test
    void oneChangeAtATime() {
        mailSecurity();
        String file = start("BAMS");

        assertRefusedStart(Map.of(), "changeUnderWay");
        process.cancel(file, "Asked for by mistake.");
        desk.runJobs(file);
        assertThat(start("BAMS")).isNotEqualTo(file);
    }

    @Test
    void noneWhileTheServiceEndsAndNoticeCancelsTheOpenOne() {
        notices.spring();
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "2"));
        String notice = notices.letter("BAMS", customer, Map.of());
        desk.runJobs(file);

        assertThat(subscriptions.get(id).isNoticeGiven()).isTrue();
        assertThat(desk.order(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(words(file, "change-cancelled")).contains(notice);
        assertRefusedStart(Map.of(), "serviceEnds");
    }

    @Test
    void noticeLetsAChangeThatIsBeingLeftComeToItsEnd() {
        notices.spring();
        mailSecurity();
        String file = start("BAMS");
        determine(file, Map.of("cpus", "2"));
        process.cancel(file, "Asked for by mistake.");
        assertThat(desk.order(file).state()).isEqualTo(OrderState.CANCELLING);
        notices.letter("BAMS", customer, Map.of());

        assertThat(subscriptions.get(id).isNoticeGiven()).isTrue();
        desk.runJobs(file);
        assertThat(desk.order(file).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void noneWhileANoticeIsLookedAt() {
        notices.spring();
        mailSecurity();
        jdbc.sql("update subscription set contract_starts_on = null, activated_on = null where id = ?")
                .param(id)
                .update();
        String notice = notices.letter("BAMS", customer, Map.of("channel", "mail"));
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();

        assertRefusedStart(Map.of(), "noticeUnderWay");
        assertThat(desk.order(notice).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void noneWhileTheServiceMoves() {
        certificates();
        jdbc.sql("update subscription set state = 'migrating', migration_number = 'DCS-2026-99999' where id = ?")
                .param(id)
                .update();

        assertRefusedStart(Map.of("service", "DCS"), "serviceMoves");
    }

    @Test
    void whichOneIsMeantMustBeClear() {
        mailSecurity();
        String contract = subscriptions.get(id).agreement().contractNumber();
        subscribers.mailSecurity(customer, LONG_AGO, null, "other.example");

        assertRefusedStart(Map.of(), "severalContracts");
        assertRefusedStart(Map.of("contract", "C-NONE"), "noSuchContract");
        assertRefusedStart(Map.of("service", "DCS"), "nothingToChange");
        assertRefusedStart(Map.of("acronym", "NOBODY"), "unknownAcronym");
        Map<String, Object> answers = new HashMap<>(request("BAMS"));
        answers.put("contract", contract);
        String file = desk.start("desk1", "service-change", answers);
        assertThat(changes.get(file).subscription()).isEqualTo(id);
    }

    @Test
    void orderThatIsAChangeBecomesOne() {
        mailSecurity();
        String order = orderLikeAChange();
        treatAsChange(order);
        String file = changes.openFor(id).orElseThrow();

        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        assertThat(orders.events(order))
                .anySatisfy(event -> assertThat(event.facts()).containsEntry("change", file));
        assertThat(desk.openTasks(file)).containsExactly(DETERMINE_MAIL);
        assertThat(words(order, "request-declined").replace('\n', ' ')).contains("handling your request as a change");
    }

    @Test
    void orderIsNoChangeWhileAnotherIsOpen() {
        mailSecurity();
        String order = orderLikeAChange();
        start("BAMS");

        assertNoChange(order, "form.error.changeUnderWay");
    }

    @Test
    void orderOfWhoHasNothingToChangeIsNoChange() {
        String order = desk.start("desk1", "bams-order", asked(register.organisation("school", "en", true)));

        assertNoChange(order, "form.error.nothingToChange");
    }

    @Test
    void orderOfWhoHasTheServiceTwiceIsNoChangeWithoutItsContract() {
        mailSecurity();
        String order = orderLikeAChange();
        subscribers.mailSecurity(customer, LONG_AGO, null, "other.example");

        assertNoChange(order, "form.error.changeNeedsContract");
    }

    @Test
    void orderOfNobodyIsNoChange() {
        String order = desk.start("desk1", "bams-order", asked("NOBODY"));

        assertNoChange(order, "form.error.unknownAcronym");
    }

    @Test
    void nobodyReadsOfAChangeThatHasBecomeImpossible() {
        mailSecurity();
        String order = orderLikeAChange();
        desk.submit(order, "userTask_reviewRequest", "desk1", changeInstead());
        start("BAMS");

        assertThatThrownBy(() -> desk.runJobs(order)).hasStackTraceContaining("form.error.changeUnderWay");
        assertThat(correspondence.of(order)).isEmpty();
        assertThat(desk.isRunning(order)).isTrue();
        process.withdraw(order, "End of the test");
        desk.runJobs(order);
    }

    private void assertNoChange(String order, String why) {
        assertThatThrownBy(() -> treatAsChange(order))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("field", "messageKey")
                        .containsExactly(tuple("requestOutcome", why)));
        assertThat(desk.openTasks(order)).containsExactly("userTask_reviewRequest");
        assertThat(correspondence.of(order)).isEmpty();
    }

    private void treatAsChange(String order) {
        desk.complete(order, "userTask_reviewRequest", "desk1", changeInstead());
    }

    private static Map<String, Object> changeInstead() {
        return Map.of("requestOutcome", "treatAsChange", "reason", "You have it already.");
    }

    private String orderLikeAChange() {
        return desk.start("desk1", "bams-order", asked(customer));
    }

    private static Map<String, Object> asked(String acronym) {
        return Map.of(
                "acronym", acronym,
                "request", "Another domain, please.",
                "contactName", "Mail administrator",
                "contactEmail", "mail-admin@customer.example",
                "contactLanguage", "en");
    }

    @Test
    void sameFormTwiceOpensOneFile() {
        mailSecurity();
        Map<String, Object> answers = new HashMap<>(request("BAMS"));
        answers.put("formToken", UUID.randomUUID().toString());
        String file = desk.start("desk1", "service-change", answers);

        assertThatThrownBy(() -> desk.start("desk1", "service-change", answers))
                .hasMessageContaining("form.error.twice");
        assertThat(orders.openFiles("BAMS", customer, null))
                .extracting(Order::number)
                .containsExactly(file);
    }

    private void mailSecurity() {
        reference = Subscribers.reference();
        id = subscribers.runningMailSecurity(customer, LONG_AGO, reference, domain("a"), domain("b"));
        jdbc.sql("update subscription set price_line = 'BAMS-2026-01-base' where id = ?")
                .param(id)
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.answers(address()));
        gateway.protect(
                address(),
                List.of(
                        new ProtectedDomain(domain("a"), "mx.a.example"),
                        new ProtectedDomain(domain("b"), "mx.b.example")));
    }

    private void boughtThroughTheDistributor() {
        var requester = new Requester("Mail administrator", "mail@customer.example", null, "en");
        String order = orders.open(new NewOrder("BAMS", "order", customer, "BAMS please", requester, null, null, null))
                .number();
        bamsOrders.open(order);
        jdbc.sql("update bams_order set through_distributor = true where order_number = ?")
                .param(order)
                .update();
        jdbc.sql("update service_order set state = 'completed', closed_at = opened_at where number = ?")
                .param(order)
                .update();
        jdbc.sql("update subscription set order_number = ? where id = ?")
                .params(order, id)
                .update();
    }

    private void certificates() {
        reference = Subscribers.reference();
        id = subscribers.certificates(customer, LONG_AGO, new Domain(domain("a")), new Domain(domain("b")));
    }

    private String domain(String label) {
        return (label + "." + reference + ".example").toLowerCase(Locale.ROOT);
    }

    private String mail(String pattern) {
        return pattern.formatted(customer.toLowerCase(Locale.ROOT) + "@pki.example");
    }

    private Map<String, Object> certificates(String labels, String administrators) {
        String domains = String.join(
                "\n", List.of(labels.split(" ")).stream().map(this::domain).toList());
        return Map.of(
                "changeReview",
                "goOn",
                "domains",
                domains,
                "administrators",
                administrators.contains("%s") ? mail(administrators) : administrators);
    }

    private Map<String, Object> request(String service) {
        return Map.of(
                "service",
                service,
                "acronym",
                customer,
                "request",
                "Please change our service.",
                "contactName",
                "Mail administrator",
                "contactEmail",
                "mail-admin@customer.example",
                "contactLanguage",
                "en");
    }

    private String start(String service) {
        return desk.start("desk1", "service-change", request(service));
    }

    private void assertRefusedStart(Map<String, Object> otherwise, String error) {
        Map<String, Object> answers = new HashMap<>(request("BAMS"));
        answers.putAll(otherwise);
        assertThatThrownBy(() -> desk.start("desk1", "service-change", answers)).hasMessageContaining(error);
    }

    /** What the customer has, but for what is said otherwise. */
    private void determine(String file, Map<String, Object> otherwise) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "changeReview",
                "goOn",
                "mailDomains",
                domain("a") + " mx.a.example\n" + domain("b") + " mx.b.example",
                "mailboxes",
                40,
                "cpus",
                "1",
                "package",
                "base"));
        answers.putAll(otherwise);
        desk.complete(file, DETERMINE_MAIL, "desk1", answers);
    }

    private void approve(String file) {
        desk.complete(file, APPROVE, "manager1", Map.of("changeApproval", "approve"));
    }

    private void sign(String file) {
        complete(file, ANNEX, "relations1", signed());
    }

    private Map<String, Object> signed() {
        return Map.of("annexOutcome", "signed", "signedOn", clock.today().toString());
    }

    /** As the form of the annex shows it, whatever partners have to do before it goes. */
    private ShownMail shownForAnnex(String file) {
        var context = new FormContext(file, desk.task(file, ANNEX).getId(), "relations1", Locale.ENGLISH);
        return shownMails.stream()
                .filter(one -> one.forms().contains("register-annex"))
                .flatMap(one -> one.of("register-annex", context, new Answers(signed())).stream())
                .findFirst()
                .orElseThrow();
    }

    /** An appliance that was resized starts anew, and the step that comes next waits for it. */
    private void complete(String file, String task, String user, Map<String, Object> answers) {
        desk.submit(file, task, user, answers);
        for (List<Job> due = desk.due(file); !due.isEmpty(); due = desk.due(file)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.answers(address()));
            management.executeJob(due.get(0).getId());
        }
    }

    private void assertDone(String file) {
        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(desk.order(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(changes.get(file).doneOn()).isEqualTo(clock.today());
    }

    private void assertRefused(String file, String reason) {
        assertThat(desk.order(file).state()).isEqualTo(OrderState.REJECTED);
        assertThat(words(file, "change-refused")).contains(reason);
        assertThat(changes.openFor(id)).isEmpty();
        assertThat(partners.count(reference, "server resized")).isZero();
    }

    private void assertNothingPersonalInTheEngine(String... words) {
        for (String word : words) {
            assertThat(jdbc.sql("select count(*) from act_hi_varinst where lower(text_) like ?")
                            .param("%" + word + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from effect where lower(effect_key) like ?")
                            .param("%" + word + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private String address() {
        return appliances
                .look(subscriptions.get(id).references().applianceId())
                .map(Appliance::address)
                .orElseThrow();
    }

    private List<ProtectedDomain> protectedDomains() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gateway.answers(address()));
        return gateway.protectedDomains(address());
    }

    private Licence licence() {
        return new Licence(subscriptions.get(id).references().licenceSerial());
    }

    private LicenceRequest request(int cpus, String servicePackage) {
        return new LicenceRequest(customer, cpus, servicePackage, Set.of());
    }

    private List<String> kinds() {
        return subscriptions.history(id).stream().map(SubscriptionEvent::kind).toList();
    }

    private List<String> mails(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }

    private String words(String file, String template) {
        return correspondence.of(file).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
