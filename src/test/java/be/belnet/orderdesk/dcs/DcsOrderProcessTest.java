package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.dcs.ValidationMethod.HTTP;
import static be.belnet.orderdesk.dcs.ValidationMethod.HTTPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.PolicyAcceptance;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderDetails.Reference;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Orders of certificates, from the request to the active service or to where else they end. */
@ProcessTest
class DcsOrderProcessTest {
    private static final String DECIDE = "userTask_decideOnOrganisation";
    private static final Map<String, Object> LEAVE_OUT =
            Map.of("organisationDecision", "leaveDomainOut", "reason", "It is somebody else’s");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Register register;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    CertificateAuthority authority;

    @Autowired
    OrganisationRounds rounds;

    @Autowired
    OrderFile orders;

    @Autowired
    DcsOrderDetails details;

    @Autowired
    OrderProcess process;

    @Autowired
    ContractDesk contracts;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    CertificateDomains domains;

    @Autowired
    CustomersTurn turn;

    @Autowired
    Migrations migrations;

    @Autowired
    ValidationStarts validations;

    @Autowired
    DcsOrders dcsOrders;

    @Autowired
    CustomerRegister customers;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    private String customer;
    private Domain domain;
    private Domain campus;
    private String administrator;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
        String name = customer.toLowerCase(Locale.ROOT);
        domain = new Domain(name + ".example");
        campus = new Domain("campus." + name + ".example");
        administrator = "pki@" + domain;
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
    }

    @Test
    void orderThatGoesStraightEndsWithAnActiveService() {
        String order = receiveOrder(customer);
        assertThat(order).startsWith("DCS-");
        introduceAccountManager(order);
        determineDomains(order);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(organisationsMade())
                .as("nothing is done before the paper is here")
                .isZero();
        way.registerCopies(order, Map.of());
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
        assertThat(sectigo.holder(campus)).contains(sectigo.legalName(customer));
        assertThat(sectigo.manages(administrator)).isTrue();
        way.countersign(order);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
        rounds.look(order);
        assertThat(orders.get(order).state())
                .as("the organisation is not validated yet")
                .isEqualTo(OrderState.OPEN);
        sectigo.validate(customer);
        rounds.look(order);

        assertThat(desk.isRunning(order)).isFalse();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(subscriptions.ofOrder(order)).hasValueSatisfying(subscription -> {
            assertThat(subscription.service()).isEqualTo("DCS");
            assertThat(subscription.acronym()).isEqualTo(customer);
            assertThat(subscription.agreement().priceLine()).isEqualTo("DCS-2026");
            assertThat(subscription.references().authority()).isEqualTo("sectigo");
            assertThat(subscription.references().organisationId()).isNotBlank();
            assertThat(subscriptions.domains(subscription.id())).isNotEmpty();
            assertThat(subscriptions.history(subscription.id()))
                    .extracting(SubscriptionEvent::kind)
                    .containsExactly("ordered", "deliveryBegun", "activated");
            assertThat(subscription.trialEndsOn()).isNull();
        });
        assertThat(mailsOf(order))
                .containsExactly(
                        "introduction-customer",
                        "introduction-account-manager",
                        "contract",
                        "contract-countersigned",
                        "certificates-activated");
        assertThat(lastMail(order))
                .contains(
                        domain.name(),
                        administrator,
                        "NREN Belnet -Géant",
                        "https://sectigo.com/support-ticket",
                        "/useful/",
                        SectigoDesk.INTERFACE);
    }

    @Test
    void signingAcceptsThePoliciesThatTheContractNames() {
        String order = orderWithContractOut();
        assertThat(contracts.acceptances(order)).isEmpty();
        way.registerCopies(order, Map.of());

        assertThat(contracts.acceptances(order))
                .containsExactly(
                        accepted("geantTcs", "2025-01"),
                        accepted("belnetDcs", "2025-01"),
                        accepted("belnetAup", "2024-06"));
    }

    @Test
    void organisationMayBeReadyBeforeTheCountersignature() {
        String order = orderWithSignedContract();
        sectigo.validate(customer);
        rounds.look(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        way.countersign(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void requestWithoutAcronymIsCompletedByAPersonAndGoesOn() {
        String order = receiveOrder(null);
        review(order, Map.of("requestOutcome", "askCustomer", "reason", "Which organisation do you write for?"));
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        review(order, Map.of("requestOutcome", "accept", "acronym", customer));

        assertThat(desk.openTasks(order)).containsExactly("userTask_introduceAccountManager");
        assertThat(mailsOf(order)).containsExactly("ask-customer");
    }

    @Test
    void whoIsNoCustomerOfBelnetIsRejectedWithAReason() {
        String order = receiveOrder(register.organisation("university", "fr", false));
        review(order, Map.of("requestOutcome", "reject", "reason", "Please become a customer of Belnet first."));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        assertThat(mailsOf(order)).containsExactly("request-declined");
    }

    @Test
    void schoolMayHaveCertificates() {
        String order = receiveOrder(register.organisation("school", "nl", true));
        assertThat(desk.openTasks(order)).containsExactly("userTask_introduceAccountManager");
    }

    @Test
    void secondRequestOfACustomerIsLookedAtByAPerson() {
        receiveOrder(customer);
        String second = receiveOrder(customer);
        assertThat(desk.openTasks(second)).containsExactly("userTask_reviewRequest");
    }

    @Test
    void orderOfMailSecurityIsNoDuplicate() {
        way.contractOut(customer, "nl");
        assertThat(desk.openTasks(receiveOrder(customer))).containsExactly("userTask_introduceAccountManager");
    }

    @Test
    void lineThatIsNoDomainIsNamed() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        Map<String, Object> needs = with(needs(), "domains", domain + "\nhttps://www.example/");

        assertThatThrownBy(() -> desk.complete(order, "userTask_determineDomains", "relations1", needs))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("messageKey")
                        .containsExactly("form.error.noSuchDomain"));
    }

    @Test
    void changedContractMayGoBackToTheDomains() {
        String order = orderWithChangedContract("backToNeeds");
        assertThat(desk.openTasks(order)).containsExactly("userTask_determineDomains");
        determineDomains(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
        assertThat(correspondence.of(order)).last().satisfies(mail -> assertThat(mail.text())
                .contains("Over deze nieuwe versie:", "Article 3 was struck out"));
    }

    @Test
    void customerThatGivesUpTheContractWithdrawsItsOrder() {
        String order = orderWithChangedContract("giveUp");

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(organisationsMade()).isZero();
        assertThat(mailsOf(order)).endsWith("withdrawal-confirmed");
        assertThat(correspondence.of(order)).last().satisfies(mail -> assertThat(mail.text())
                .contains("Article 3 was struck out")
                .doesNotContain("Zoals u vroeg"));
    }

    @ParameterizedTest
    @CsvSource({"organization/v1$, organisationRefused", "domain/v1$, domainRefused", "admin/v1$, administratorRefused"
    })
    void whatTheAuthorityRefusesIsTriedAgainWhenAPersonSaysSo(String path, String event) {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"%s\"}".formatted(path));
        String order = orderWithSignedContract();
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract", DECIDE);
        assertThat(kinds(order)).contains(event);
        partners.heal();
        decide(order, Map.of("organisationDecision", "tryAgain"));

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertMadeOnce();
        assertThat(done(order)).as("what was done already is not told again").hasSize(4);
        assertThat(kinds(order)).containsOnlyOnce("triedAgain");
    }

    @Test
    void refusedDomainIsLeftOutWithItsWildcardAndTheOthersGoOn() {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"domain/v1$\"}");
        String order = orderWithSignedContract(domain + "\n" + domain.wildcard() + "\n" + campus);
        partners.heal();
        decide(order, Map.of("organisationDecision", "leaveDomainOut", "reason", "Het staat op naam van een ander"));
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertThat(sectigo.holder(domain)).isEmpty();
        assertThat(sectigo.holder(campus)).contains(sectigo.legalName(customer));
        sectigo.validate(customer);
        rounds.look(order);
        way.countersign(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(details.determined(order))
                .contains(
                        new Detail("dcs.detail.domain", campus.name()),
                        new Detail("dcs.detail.leftOut", domain.name()),
                        new Detail("dcs.detail.leftOut", domain.wildcard().name()))
                .doesNotContain(new Detail("dcs.detail.domain", domain.name()));
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("domainLeftOut"))
                .extracting(event -> event.facts().get("reason"))
                .containsOnly("Het staat op naam van een ander");
        assertThat(lastMail(order))
                .contains("Weggelaten uit uw bestelling", domain + ": Het staat op naam van een ander")
                .contains("Domeinen: " + campus);
    }

    /** A file on a web site proves nothing below the domain. */
    @Test
    void domainWhoseWildcardWasOrderedIsProvedByNoFile() {
        String order = activeOrder(domain + "\n" + domain.wildcard() + "\n" + campus);
        String file = validation();
        desk.runJobs(file);

        assertThat(domains.of(file))
                .extracting(CertificateDomain::domain, CertificateDomain::wildcard)
                .containsExactly(tuple(domain, Wildcard.ADDED), tuple(campus, Wildcard.NONE));
        assertThat(turn.methods(domains.get(file, 0)))
                .contains(ValidationMethod.TXT)
                .doesNotContain(HTTP, HTTPS);
        assertThat(turn.methods(domains.get(file, 1))).contains(HTTP);
        assertThatThrownBy(() -> turn.choose(file, List.of(0), HTTP, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lastMail(order))
                .as("only what is not there yet is left to be added")
                .contains("zoals *." + campus)
                .doesNotContain("zoals *." + domain);
    }

    @Test
    void activationAsksForNoWildcardWhereAllWereOrdered() {
        String order = activeOrder(domain + "\n" + domain.wildcard());
        assertThat(lastMail(order)).doesNotContain("zoals *.").contains("2. Bewijs uw controle");
    }

    @Test
    void wildcardOfASubscriptionCountsWhereTheFileDoesNotNameIt() {
        String order = activeOrder(domain.name());
        long subscription = subscriptions.ofOrder(order).orElseThrow().id();
        subscriptions.keepDomains(
                subscription, List.of(domain.name(), domain.wildcard().name()));
        String file = validation();
        desk.runJobs(file);

        assertThat(turn.methods(domains.get(file, 0))).doesNotContain(HTTP, HTTPS);
    }

    /** What was chosen before its wildcard came does not stay chosen. */
    @Test
    void fileThatWasChosenGivesWayToARecordOnceTheWildcardIsThere() {
        String order = activeOrder(domain.name());
        String first = validation();
        desk.runJobs(first);
        turn.choose(first, List.of(0), HTTP, null);
        desk.runJobs(first);
        turn.giveUp(first, 0, "Not yet.");
        desk.runJobs(first);
        String file = validationOf(order, domain, domain.wildcard());
        desk.runJobs(file);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(domains.get(file, 0).method()).isEqualTo(ValidationMethod.CNAME);
    }

    private String activeOrder(String domains) {
        String order = orderWithSignedContract(domains);
        sectigo.validate(customer);
        rounds.look(order);
        way.countersign(order);
        return order;
    }

    /** Number of the customer's first file that has domains validated. */
    private String validation() {
        return migrations.open(customer, Migrations.VALIDATION).get(0).number();
    }

    private String validationOf(String order, Domain... names) {
        validations.begin(
                customers.find(customer).orElseThrow(),
                "sectigo",
                dcsOrders.organisation(order),
                List.of(names),
                "change/" + customer);
        return orders.findByToken("change/" + customer).orElseThrow().number();
    }

    @Test
    void domainIsLeftOutForAReasonOnly() {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"domain/v1$\"}");
        String order = orderWithSignedContract();

        assertThat(refusal(order, Map.of("organisationDecision", "leaveDomainOut")))
                .isEqualTo("form.error.needsReason");
        assertThat(desk.openTasks(order)).contains(DECIDE);
        assertThat(kinds(order)).doesNotContain("domainLeftOut");
    }

    @Test
    void onlyDomainOfAnOrderIsNotLeftOut() {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"domain/v1$\"}");
        String order = orderWithSignedContract(domain.name());

        assertThat(refusal(order, LEAVE_OUT)).isEqualTo("form.error.notAnOption");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization/v1$", "admin/v1$"})
    void whatIsNoDomainIsNotLeftOut(String path) {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"%s\"}".formatted(path));
        String order = orderWithSignedContract();

        assertThat(refusal(order, LEAVE_OUT)).isEqualTo("form.error.notAnOption");
    }

    @Test
    void domainOfAnotherCustomerEndsInACancellationThatTakesTheOthersBack() {
        String other = orderWithSignedContract();
        assertThat(desk.openTasks(other)).containsExactly("userTask_countersignContract");
        String owner = customer;
        customer = register.university("nl");
        campus = new Domain("own." + customer.toLowerCase(Locale.ROOT) + ".example");
        administrator = "pki@" + campus;
        String order = orderWithSignedContract();
        assertThat(desk.openTasks(order)).contains(DECIDE);
        decide(order, Map.of("organisationDecision", "cancel", "reason", "The domain is another organisation's"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(owner));
        assertThat(sectigo.holder(campus)).isEmpty();
        assertThat(mailsOf(order)).endsWith("order-cancelled");
    }

    @Test
    void organisationThatIsNotValidatedIsDecidedOnByAPerson() {
        String order = orderWithSignedContract();
        sectigo.refuse(customer);
        rounds.look(order);
        assertThat(desk.openTasks(order)).contains(DECIDE);
        sectigo.validate(customer);
        decide(order, Map.of("organisationDecision", "tryAgain"));
        rounds.look(order);
        way.countersign(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(organisationsMade()).isOne();
    }

    @Test
    void validationThatTakesTooLongIsLookedAtByAPersonWhoMayWaitOn() {
        String order = orderWithSignedContract();
        clock.forward(Duration.ofDays(9));
        rounds.look(order);
        assertThat(desk.openTasks(order)).doesNotContain(DECIDE);
        clock.forward(Duration.ofDays(2));
        rounds.look(order);
        decide(order, Map.of("organisationDecision", "tryAgain"));
        rounds.look(order);

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertThat(kinds(order)).containsOnlyOnce("validationSlow");
    }

    @Test
    void authorityThatCannotBeAskedIsWaitedForUntilAPersonLooks() {
        String order = orderWithSignedContract();
        partners.fail(
                "sectigo", "{\"fault\":\"failBefore\",\"status\":503,\"calls\":\"reads\",\"path\":\"validations$\"}");
        rounds.look(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        clock.forward(Duration.ofDays(11));
        rounds.look(order);
        assertThat(desk.openTasks(order)).contains(DECIDE);
    }

    @Test
    void orderDetailsNameWhatWasDeterminedAndAccepted() {
        String order = orderWithSignedContract();

        assertThat(details.determined(order))
                .contains(
                        new Detail("dcs.detail.domain", campus.name()),
                        new Detail("dcs.detail.administrator", administrator),
                        new Detail("dcs.detail.policy.geantTcs", "2025-01 · The signatory · " + clock.today()));
        assertThat(details.references(order))
                .extracting(Reference::kind)
                .containsExactly("organisation", "administrator");
    }

    @Test
    void organisationThatSomebodyRemovedIsMadeAnew() {
        String order = orderWithSignedContract();
        sectigo.forget(customer);
        rounds.look(order);
        decide(order, Map.of("organisationDecision", "tryAgain"));

        assertThat(organisationsMade()).isEqualTo(2);
        assertThat(done(order)).as("all of it is new").hasSize(8);
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
        assertThat(sectigo.holder(campus)).contains(sectigo.legalName(customer));
        assertThat(sectigo.manages(administrator)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization/v1$", "domain/v1$", "admin/v1$"})
    void lostAnswerIsLookedUpAndNothingIsDoneTwice(String path) {
        String order = orderWithContractOut();
        partners.fail("sectigo", "{\"fault\":\"failAfter\",\"times\":1,\"path\":\"%s\"}".formatted(path));
        assertThatThrownBy(() -> way.registerCopies(order, Map.of())).isInstanceOf(OutcomeUnknownException.class);
        clock.forward(Duration.ofMinutes(6));
        desk.pending(order).forEach(job -> management.executeJob(job.getId()));
        desk.runJobs(order);

        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertMadeOnce();
    }

    @Test
    void withdrawalTakesBackWhatWasDoneAndTellsBefore() {
        String order = orderWithSignedContract();
        assertThat(process.consequences(order))
                .extracting(Consequence::key)
                .contains("administratorRemoved", "domainRemoved", "organisationKept", "contractVoided");
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(sectigo.holder(domain)).isEmpty();
        assertThat(sectigo.holder(campus)).isEmpty();
        assertThat(sectigo.manages(administrator)).isFalse();
        assertThat(mailsOf(order)).endsWith("withdrawal-confirmed");
        assertThat(new ApiCaller(port, "relations1", "en")
                        .get("/orders/" + order)
                        .body())
                .contains("Stays at Sectigo, without what this order added", "No longer in use");
    }

    @Test
    void whatStoodThereBeforeStaysWhenTheOrderIsLeft() {
        var before = new OrganisationRequest(
                new OrganisationIdentity(customer, sectigo.legalName(customer), null),
                "Proefstraat 1",
                "1000",
                "Brussel",
                "BE");
        authority.addDomain(authority.createOrganisation(before).id(), domain);
        String order = orderWithSignedContract();
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);

        assertThat(organisationsMade()).isOne();
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
        assertThat(sectigo.holder(campus)).isEmpty();
    }

    @Test
    void domainThatTheAuthorityKeepsIsTakenBackByHand() {
        String order = orderWithSignedContract();
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"delegation$\"}");
        process.cancel(order, "The customer left Belnet");
        desk.runJobs(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_undoByHand");
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("undoingRefused"))
                .extracting(event -> event.facts().get("reference"))
                .containsAnyOf(domain.name(), campus.name());
        partners.heal();
        desk.complete(
                order,
                "userTask_undoByHand",
                "operations1",
                Map.of("undoDecision", "doneByHand", "reason", "Ticket 4711 at the CA"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
    }

    private long organisationsMade() {
        return partners.count(sectigo.legalName(customer), "organisation created");
    }

    private void assertMadeOnce() {
        assertThat(organisationsMade()).isOne();
        assertThat(partners.count(domain.name(), "domain created")).isOne();
        assertThat(partners.count(domain.name(), "delegation made")).isOne();
        assertThat(partners.count(sectigo.legalName(customer), "administrator created"))
                .isOne();
    }

    private String receiveOrder(String acronym) {
        Map<String, Object> request = Map.of(
                "request", "We want certificates",
                "contactName", "Security officer",
                "contactEmail", "security@customer.example",
                "contactLanguage", "nl");
        return desk.start("desk1", "dcs-order", acronym == null ? request : with(request, "acronym", acronym));
    }

    private void review(String order, Map<String, Object> answers) {
        desk.complete(order, "userTask_reviewRequest", "desk1", answers);
    }

    private void introduceAccountManager(String order) {
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
    }

    private void determineDomains(String order) {
        desk.complete(order, "userTask_determineDomains", "relations1", needs());
    }

    private Map<String, Object> needs() {
        return Map.of(
                "domains", domain + "\n" + campus + ";campus",
                "administratorGivenName", "Certificate",
                "administratorFamilyName", "Administrator",
                "administratorEmail", administrator,
                "administratorLanguage", "nl");
    }

    private String orderWithContractOut() {
        return orderWithContractOut(needs());
    }

    private String orderWithContractOut(Map<String, Object> needs) {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        desk.complete(order, "userTask_determineDomains", "relations1", needs);
        return order;
    }

    private String orderWithSignedContract(String domains) {
        String order = orderWithContractOut(with(needs(), "domains", domains));
        way.registerCopies(order, Map.of());
        return order;
    }

    private String orderWithSignedContract() {
        String order = orderWithContractOut();
        way.registerCopies(order, Map.of());
        return order;
    }

    private String orderWithChangedContract(String decision) {
        String order = orderWithContractOut();
        way.registerCopies(order, Map.of("copy2Defect", "textChanged"));
        desk.complete(
                order,
                "userTask_decideOnChanges",
                "relations1",
                Map.of("changesDecision", decision, "reason", "Article 3 was struck out"));
        return order;
    }

    /** Why a decision is refused. */
    private String refusal(String order, Map<String, Object> answers) {
        return catchThrowableOfType(AnswersRefusedException.class, () -> decide(order, answers))
                .refusals()
                .get(0)
                .messageKey();
    }

    private void decide(String order, Map<String, Object> answers) {
        desk.complete(order, DECIDE, "operations1", answers);
    }

    private PolicyAcceptance accepted(String policy, String version) {
        return new PolicyAcceptance(policy, version, "The signatory", "Rector", clock.today());
    }

    /** What the history tells of things done at the authority. */
    private List<OrderEvent> done(String order) {
        return orders.events(order).stream()
                .filter(event -> List.of("organisationCreated", "domainAdded", "administratorInvited")
                        .contains(event.kind()))
                .toList();
    }

    private List<String> kinds(String order) {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }

    private List<String> mailsOf(String order) {
        return correspondence.of(order).stream().map(SentMail::template).toList();
    }

    private String lastMail(String order) {
        return correspondence.of(order).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .text()
                .replaceAll("\\s+", " ");
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
