package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Mornings;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers that move from DigiCert to Sectigo, domain by domain. */
@ProcessTest
class DcsMigrationProcessTest {
    private static final String WILDCARD = "userTask_decideOnWildcard";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds rounds;

    @Autowired
    CustomersTurn turn;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Migrations migrations;

    @Autowired
    DcsOrders dcsOrders;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Mornings mornings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String customer;
    private long subscription;
    private Domain domain;
    private Domain campus;

    @BeforeEach
    void customerAtDigiCert() {
        customer = register.university("nl");
        String name = customer.toLowerCase(Locale.ROOT);
        domain = new Domain(name + ".example");
        campus = new Domain("campus-" + name + ".example");
        digicert.organisation(customer, List.of(domain, campus));
        subscription = subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1), domain.name());
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
    }

    @Test
    void customerThatPublishesAllIsMigrated() {
        String file = migrate();
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
        assertThat(templates(file))
                .as("nothing to do before the organisation is ready")
                .isEmpty();
        sectigo.validate(customer);
        organisations.look(file);
        assertThat(states(file)).containsExactly(State.RECORD_AWAITED, State.RECORD_AWAITED);
        rounds.look(file);
        assertThat(templates(file)).containsExactly("domains-to-validate");
        assertThat(orders.get(file).turn()).isEqualTo(Turn.CUSTOMER);

        publishAll(file);
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        assertThat(states(file)).containsOnly(State.SUBMITTED);
        awaitStates(file, State.WILDCARD_AWAITED);
        assertThat(rounds.of(file)).allMatch(known -> known.validUntil() != null);

        turn.addWildcard(file, 0);
        turn.declineWildcards(file, List.of(1));
        desk.runJobs(file);
        assertThat(states(file)).containsOnly(State.VALIDATED);
        assertThat(rounds.of(file))
                .extracting(CertificateDomain::wildcard)
                .containsExactly(Wildcard.ADDED, Wildcard.DECLINED);
        assertThat(sectigo.holder(domain.wildcard())).contains(sectigo.legalName(customer));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(file)).endsWith("customer-migrated");
        List<SentMail> mails = correspondence.of(file);
        assertThat(mails.get(mails.size() - 1).text()).contains("/useful/");
    }

    /** D7. */
    @Test
    void moveChangesNothingOnTheInvoice() {
        Subscription before = activeSubscription();
        String file = migratedCustomer();
        assertThat(subscriptions.running(customer, "DCS")).singleElement().satisfies(after -> {
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.agreement()).isEqualTo(before.agreement());
            assertThat(after.activatedOn()).isEqualTo(before.activatedOn());
            assertThat(after.state()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(after.references().authority()).isEqualTo("sectigo");
            assertThat(after.references().organisationId()).isNotBlank();
        });
        assertThat(subscriptions.history(before.id()))
                .filteredOn(event -> file.equals(event.orderNumber()))
                .extracting(SubscriptionEvent::kind)
                .containsExactly("migrationBegun", "migrated");
    }

    private Subscription activeSubscription() {
        subscriptions.changePrice(subscription, "DCS-2026", LocalDate.of(2026, 1, 1), null);
        return subscriptions.get(subscription);
    }

    /** What it had at the second is read there, as what it had at the first was. */
    @Test
    void customerMovesOnToAThirdAuthority() {
        migratedCustomer();
        register.giveEnterpriseNumber(customer);
        String second = desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "sectigo", "authority", "harica"));
        assertThat(orders.events(second))
                .filteredOn(event -> event.kind().equals("formerAuthorityRead"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts())
                        .containsEntry("authority", "Sectigo")
                        .containsEntry("domains", "2"));
        assertThat(dcsOrders.get(second).authority()).isEqualTo("harica");
        assertThat(dcsOrders.get(second).domains()).containsExactlyInAnyOrder(domain, campus);
        assertThat(dcsOrders.get(second).organisationId())
                .as("it has an enterprise at HARICA")
                .isNotNull();
        assertThat(sectigo.holder(domain)).as("nothing changes at Sectigo").contains(sectigo.legalName(customer));
    }

    @Test
    void recordIsSeenUnasked() {
        String file = toldCustomer();
        publishAll(file);
        rounds.lookAtRecords(file);
        assertThat(states(file)).as("it is too early to look").containsOnly(State.RECORD_AWAITED);
        clock.forward(Duration.ofMinutes(3));
        rounds.lookAtRecords(file);
        assertThat(states(file)).containsOnly(State.SUBMITTED);
    }

    @Test
    void missingRecordIsToldAndLookedForAgain() {
        String file = toldCustomer();
        turn.published(file, List.of(0, 1));
        assertThat(states(file)).containsOnly(State.RECORD_AWAITED);
        assertThat(rounds.of(file)).allSatisfy(known -> {
            assertThat(known.findings()).isNotEmpty().first().satisfies(finding -> assertThat(
                            finding.kind().blocking())
                    .isTrue());
            assertThat(known.publishedAt()).isNotNull();
        });
        publishAll(file);
        clock.forward(Duration.ofMinutes(3));
        rounds.lookAtRecords(file);
        assertThat(states(file)).containsOnly(State.SUBMITTED);
    }

    @Test
    void wildcardThatTheCustomerAddsIsSeenAndApproved() {
        String file = validatedCustomer();
        sectigo.addWildcard(customer, domain);
        awaitState(file, 0, State.VALIDATED);
        assertThat(rounds.of(file).get(0).wildcard()).isEqualTo(Wildcard.ADDED);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void customerMayChangeItsMind() {
        String file = toldCustomer();
        assertThat(turn.methods(rounds.of(file).get(0)))
                .as("a file is no proof for names below the domain")
                .doesNotContain(ValidationMethod.HTTP);
        assertThatThrownBy(() -> turn.choose(file, List.of(0), ValidationMethod.HTTP, null))
                .isInstanceOf(IllegalArgumentException.class);
        turn.declineWildcards(file, List.of(0));
        turn.choose(file, List.of(0), ValidationMethod.HTTP, null);
        assertThat(states(file).get(0)).isEqualTo(State.WAITING);
        desk.runJobs(file);
        assertThat(rounds.of(file).get(0).challenge()).isInstanceOf(Challenge.WebFile.class);
        assertThat(states(file).get(0)).isEqualTo(State.RECORD_AWAITED);

        turn.choose(file, List.of(1), ValidationMethod.TXT, null);
        desk.runJobs(file);
        assertThat(rounds.of(file).get(1).challenge())
                .isInstanceOfSatisfying(Challenge.DnsRecord.class, record -> assertThat(record.type())
                        .isEqualTo(ValidationMethod.TXT));
        assertThat(states(file).get(1))
                .as("Sectigo looks already, the customer is to publish")
                .isEqualTo(State.RECORD_AWAITED);
    }

    @Test
    void mailGoesWhereTheCustomerSays() {
        String file = toldCustomer();
        turn.choose(file, List.of(0), ValidationMethod.EMAIL, null);
        desk.runJobs(file);
        var offered = (Challenge.MailToOneOf) rounds.of(file).get(0).challenge();
        assertThat(offered.addresses()).contains("hostmaster@" + domain);
        assertThatThrownBy(() -> turn.choose(file, List.of(0), ValidationMethod.EMAIL, "else@where.example"))
                .isInstanceOf(IllegalArgumentException.class);
        turn.choose(file, List.of(0), ValidationMethod.EMAIL, "hostmaster@" + domain);
        desk.runJobs(file);
        assertThat(states(file).get(0)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void validationThatTheAuthorityGivesUpBeginsAnew() {
        String file = toldCustomer();
        publishAll(file);
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        sectigo.reject(domain);
        awaitState(file, 0, State.RECORD_AWAITED);
        assertThat(kinds(file)).contains("validationBegunAnew");
    }

    @Test
    void domainThatTheAuthorityDoesNotTakeIsAPersons() {
        String file = migrate();
        sectigo.suspend(domain);
        sectigo.validate(customer);
        organisations.look(file);
        assertThat(states(file)).containsExactly(State.REFUSED, State.RECORD_AWAITED);
        sectigo.resume(domain);
        desk.complete(file, "userTask_decideOnDomain", "operations1", Map.of("domainDecision", "tryAgain"));
        assertThat(states(file)).containsOnly(State.RECORD_AWAITED);
    }

    @Test
    void domainThatNobodyNeedsIsGivenUp() {
        String file = migrate();
        sectigo.suspend(domain);
        sectigo.validate(customer);
        organisations.look(file);
        assertThatThrownBy(() ->
                        desk.submit(file, "userTask_decideOnDomain", "operations1", Map.of("domainDecision", "giveUp")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(
                file,
                "userTask_decideOnDomain",
                "operations1",
                Map.of("domainDecision", "giveUp", "reason", "It was sold."));
        assertThat(states(file)).containsExactly(State.GIVEN_UP, State.RECORD_AWAITED);
        turn.giveUp(file, 1, "Nobody uses it.");
        desk.runJobs(file);
        assertThat(states(file)).containsOnly(State.GIVEN_UP);
        assertThat(kinds(file)).filteredOn("domainGivenUp"::equals).hasSize(2);
        rounds.look(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(file)).as("nothing was left to be told").containsExactly("customer-migrated");
        assertThat(lastText(file)).contains("It was sold.").doesNotContain("Nobody uses it.");
    }

    @Test
    void domainAtAPersonsIsGivenUpByTheCustomer() {
        String file = migrate();
        sectigo.suspend(domain);
        sectigo.validate(customer);
        organisations.look(file);
        turn.giveUp(file, 0, "It was sold.");
        desk.runJobs(file);
        assertThat(states(file)).containsExactly(State.GIVEN_UP, State.RECORD_AWAITED);
        assertThat(desk.openTasks(file)).isEmpty();
    }

    @Test
    void domainIsGivenUpWhileItsWildcardIsAwaited() {
        String file = validatedCustomer();
        turn.giveUp(file, 0, "It was sold.");
        desk.runJobs(file);
        assertThat(states(file)).containsExactly(State.GIVEN_UP, State.WILDCARD_AWAITED);
    }

    @Test
    void wildcardThatTheAuthorityDoesNotTakeIsAPersons() {
        String file = refusedWildcard();
        desk.complete(file, WILDCARD, "operations1", Map.of("wildcardDecision", "tryAgain"));
        assertThat(desk.openTasks(file)).as("it is refused once more").containsExactly(WILDCARD);
        assertThat(states(file).get(0)).isEqualTo(State.WILDCARD_REFUSED);
        partners.heal();
        desk.complete(file, WILDCARD, "operations1", Map.of("wildcardDecision", "tryAgain"));
        assertThat(states(file).get(0)).isEqualTo(State.VALIDATED);
        assertThat(rounds.of(file).get(0).wildcard()).isEqualTo(Wildcard.ADDED);
    }

    @Test
    void wildcardThatTheAuthorityDoesNotTakeIsDoneWithout() {
        String file = refusedWildcard();
        desk.complete(file, WILDCARD, "operations1", Map.of("wildcardDecision", "doWithout"));
        assertThat(states(file).get(0)).isEqualTo(State.VALIDATED);
        assertThat(rounds.of(file).get(0).wildcard()).isEqualTo(Wildcard.DECLINED);
        assertThat(orders.events(file))
                .filteredOn(event -> event.kind().equals("wildcardForgone"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts())
                        .containsEntry("domain", domain.name())
                        .containsKey("reason"));
        assertThat(kinds(file)).doesNotContain("wildcardDeclined");
        turn.declineWildcards(file, List.of(1));
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void refusedWildcardIsStillTheCustomersToDecline() {
        String file = refusedWildcard();
        turn.declineWildcards(file, List.of(0));
        desk.runJobs(file);
        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(states(file).get(0)).isEqualTo(State.VALIDATED);
    }

    @Test
    void domainOfARefusedWildcardStaysValidatedWhereTheMigrationIsLeft() {
        String file = refusedWildcard();
        process.withdraw(file, "We take our certificates elsewhere.");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(states(file)).containsOnly(State.VALIDATED);
    }

    @Test
    void proofIsRenewedWhileItsWildcardIsBeforeAPerson() {
        String file = refusedWildcard();
        clock.forward(Duration.ofDays(170));
        rounds.renew();
        desk.runJobs(file);
        assertThat(states(file)).containsOnly(State.RECORD_AWAITED);
        assertThat(desk.openTasks(file)).as("its wildcard is asked for anew").isEmpty();
    }

    private String refusedWildcard() {
        String file = validatedCustomer();
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"delegation/approve$\"}");
        sectigo.addWildcard(customer, domain);
        await().untilAsserted(() -> {
            rounds.look(file);
            assertThat(desk.openTasks(file)).containsExactly(WILDCARD);
        });
        assertThat(states(file).get(0)).isEqualTo(State.WILDCARD_REFUSED);
        assertThat(rounds.of(file).get(0).trouble()).isNotNull();
        assertThat(kinds(file)).contains("wildcardRefused");
        return file;
    }

    /** Files of older releases have the wildcard among the domains that were added. */
    @ParameterizedTest
    @ValueSource(strings = {"approveWildcard", "addDomains"})
    void approvedWildcardIsTakenBackWithTheMigration(String step) {
        String file = validatedCustomer();
        turn.addWildcard(file, 0);
        desk.runJobs(file);
        assertThat(sectigo.holder(domain.wildcard())).isPresent();
        jdbc.sql("update effect set step = ?, effect_key = ? where order_number = ? and step like ?")
                .params(
                        step + ":" + domain.wildcard(),
                        "%s/%s:%s".formatted(file, step, domain.wildcard()),
                        file,
                        "%:" + domain.wildcard())
                .update();
        assertThat(process.consequences(file))
                .filteredOn(one -> one.toString().contains(domain.wildcard().name()))
                .extracting("key")
                .containsExactly("domainRemoved");
        process.withdraw(file, "We take our certificates elsewhere.");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(sectigo.holder(domain.wildcard())).isEmpty();
    }

    @Test
    void organisationThatNamesDoNotTellIsAPersonsToChoose() {
        String other = subscriber();
        long id = digicert.organisation("Former name of " + other, "FORMER" + other, List.of());
        String file = desk.start("manager1", "dcs-migration", request(other));
        assertThat(kinds(file)).contains("formerOrganisationUnclear");
        assertThatThrownBy(() -> desk.submit(
                        file,
                        "userTask_chooseFormerOrganisation",
                        "operations1",
                        Map.of("formerOrganisationDecision", "take")))
                .isInstanceOf(AnswersRefusedException.class);
        desk.complete(
                file,
                "userTask_chooseFormerOrganisation",
                "operations1",
                Map.of("formerOrganisationDecision", "take", "formerOrganisation", Long.toString(id)));
        sectigo.validate(other);
        organisations.look(file);
        rounds.look(file);
        assertThat(orders.get(file).state())
                .as("a customer without domains has nothing to prove")
                .isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void migrationOfNobodyIsGivenUp() {
        String other = subscriber();
        String file = desk.start("manager1", "dcs-migration", request(other));
        desk.complete(
                file,
                "userTask_chooseFormerOrganisation",
                "operations1",
                Map.of("formerOrganisationDecision", "cancel", "reason", "Vous n’y êtes pas."));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.isRunning(file)).isFalse();
    }

    @Test
    void organisationThatSectigoDoesNotTakeIsGivenUpWithTheMigration() {
        String file = migrate();
        sectigo.refuse(customer);
        organisations.look(file);
        desk.complete(
                file,
                "userTask_decideOnOrganisation",
                "operations1",
                Map.of("organisationDecision", "cancel", "reason", "The papers are wrong."));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.isRunning(file)).isFalse();
        assertThat(sectigo.holder(domain)).isEmpty();
    }

    @Test
    void organisationThatSectigoTakesLaterGoesOn() {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"organization/v1\"}");
        String file = migrate();
        partners.heal();
        desk.complete(file, "userTask_decideOnOrganisation", "operations1", Map.of("organisationDecision", "tryAgain"));
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
    }

    @Test
    void customerThatLeavesMeanwhileIsUndone() {
        String file = toldCustomer();
        process.withdraw(file, "We take our certificates elsewhere.");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(sectigo.holder(domain)).isEmpty();
        assertThat(states(file)).containsOnly(State.GIVEN_UP);
    }

    @Test
    void undoingThatSectigoRefusesIsAPersons() {
        String file = toldCustomer();
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"delegation$\"}");
        process.cancel(file, "We cannot go on.");
        desk.runJobs(file);
        partners.heal();
        desk.complete(file, "userTask_undoByHand", "operations1", Map.of("undoDecision", "tryAgain"));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(sectigo.holder(domain)).isEmpty();
    }

    @Test
    void silentCustomerIsRemindedOnceAWeekAndThenTakenUp() {
        String file = toldCustomer();
        assertThat(morning(file, 0)).as("it was told just now").isEqualTo("wait");
        clock.toOpeningDay(5);
        assertThat(morning(file, 1)).isEqualTo("remind");
        assertThat(morning(file, 1)).as("once a week").isEqualTo("wait");
        clock.toClosingDay();
        assertThat(morning(file, 1)).isEqualTo("wait");
        clock.toOpeningDay(6);
        assertThat(morning(file, 2)).isEqualTo("remind");
        clock.toOpeningDay(6);
        assertThat(morning(file, 3)).isEqualTo("remind");
        clock.toOpeningDay(5);
        assertThat(morning(file, 3)).isEqualTo("takeUp");
        assertThat(morning(file, 3)).as("somebody has it in hand").isEqualTo("wait");
        desk.complete(file, "userTask_takeUpWithCustomer", "relations1", Map.of("takeUpDecision", "waitOn"));
        assertThat(morning(file, 3)).as("days count anew").isEqualTo("wait");

        publish(rounds.of(file).get(0));
        turn.published(file, List.of(0));
        desk.runJobs(file);
        awaitState(file, 0, State.WILDCARD_AWAITED);
        clock.toOpeningDay(5);
        assertThat(morning(file, 4)).isEqualTo("remind");
        clock.toOpeningDay(6);
        assertThat(morning(file, 5)).isEqualTo("remind");
        clock.toOpeningDay(6);
        assertThat(morning(file, 6)).isEqualTo("remind");
        clock.toOpeningDay(5);
        assertThat(morning(file, 6)).isEqualTo("takeUp");
        desk.complete(
                file,
                "userTask_takeUpWithCustomer",
                "relations1",
                Map.of("takeUpDecision", "giveUp", "reason", "They do without the rest."));
        assertThat(states(file)).containsExactly(State.VALIDATED, State.GIVEN_UP);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void taskThatIsOpenWhenTheLastDomainIsSettledEndsWithIt() {
        String file = toldCustomer();
        takenUp(file);
        assertThat(desk.openTasks(file)).containsExactly("userTask_takeUpWithCustomer");
        publishAll(file);
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        awaitStates(file, State.WILDCARD_AWAITED);
        turn.declineWildcards(file, List.of(0, 1));
        desk.runJobs(file);

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(desk.isRunning(file)).isFalse();
        assertThat(templates(file)).endsWith("customer-migrated");
    }

    private void takenUp(String file) {
        int reminders = 0;
        for (clock.toOpeningDay(5); !"takeUp".equals(mornings.come(file, "recordReminder")); clock.toOpeningDay(6)) {
            assertThat(reminders++).isLessThan(10);
        }
    }

    @Test
    void renewalIsSilentWhereTheRecordStillStands() {
        String file = migratedCustomer();
        clock.forward(Duration.ofDays(170));
        rounds.renew();
        String renewal = renewal();
        desk.runJobs(renewal);
        assertThat(rounds.of(renewal)).extracting(CertificateDomain::domain).containsExactlyInAnyOrder(domain, campus);
        assertThat(states(renewal)).containsOnly(State.RECORD_AWAITED);
        rounds.look(renewal);
        assertThat(orders.get(renewal).state())
                .as("the validation that still counts is not the new one")
                .isEqualTo(OrderState.OPEN);
        clock.forward(Duration.ofMinutes(3));
        rounds.lookAtRecords(renewal);
        assertThat(states(renewal)).as("the record of last time still stands").containsOnly(State.SUBMITTED);
        await().untilAsserted(() -> {
            sectigo.lengthen(domain);
            sectigo.lengthen(campus);
            rounds.look(renewal);
            assertThat(orders.get(renewal).state()).isEqualTo(OrderState.COMPLETED);
        });
        assertThat(templates(renewal)).isEmpty();
        assertThat(file).isNotEqualTo(renewal);
        rounds.renew();
        assertThat(renewals()).as("nothing runs out any more").isEmpty();
    }

    @Test
    void renewalInWhichADomainIsGivenUpEndsWithAMail() {
        migratedCustomer();
        clock.forward(Duration.ofDays(170));
        sectigo.suspend(domain);
        rounds.renew();
        String renewal = renewal();
        desk.runJobs(renewal);
        desk.complete(
                renewal,
                "userTask_decideOnDomain",
                "operations1",
                Map.of("domainDecision", "giveUp", "reason", "Sectigo has suspended it."));
        rounds.of(renewal).stream()
                .filter(known -> known.state().isOpen())
                .forEach(known -> turn.giveUp(renewal, known.place(), "Nobody uses it."));
        desk.runJobs(renewal);
        rounds.look(renewal);

        assertThat(orders.get(renewal).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(renewal)).containsExactly("customer-migrated");
        assertThat(lastText(renewal))
                .contains("zijn afgehandeld", domain + ": Sectigo has suspended it.", "- " + campus)
                .doesNotContain("Nobody uses it.");
    }

    @Test
    void renewalThatNeedsTheCustomerTellsItAfterAWhile() {
        migratedCustomer();
        clock.forward(Duration.ofDays(170));
        rounds.renew();
        String renewal = renewal();
        desk.runJobs(renewal);
        rounds.look(renewal);
        assertThat(templates(renewal)).isEmpty();
        clock.forward(Duration.ofDays(3));
        rounds.look(renewal);
        assertThat(templates(renewal)).containsExactly("domains-to-validate");
        process.cancel(renewal, "They leave.");
        desk.runJobs(renewal);
        assertThat(orders.get(renewal).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void wildcardThatIsSettledLateDelaysNoRenewal() {
        String file = validatedCustomer();
        clock.forward(Duration.ofDays(165));
        turn.declineWildcards(file, List.of(0, 1));
        desk.runJobs(file);
        rounds.renew();
        assertThat(renewals()).as("more than thirty days are left").isEmpty();
        clock.forward(Duration.ofDays(5));
        rounds.renew();
        assertThat(renewals()).hasSize(1);
    }

    @Test
    void proofIsRenewedWhileItsWildcardIsStillAwaited() {
        String file = validatedCustomer();
        clock.forward(Duration.ofDays(165));
        rounds.renew();
        desk.runJobs(file);
        assertThat(states(file)).as("more than thirty days are left").containsOnly(State.WILDCARD_AWAITED);
        clock.forward(Duration.ofDays(5));
        rounds.renew();
        desk.runJobs(file);
        assertThat(states(file)).containsOnly(State.RECORD_AWAITED);
        assertThat(renewals())
                .as("the file that has the wildcard in hand goes on")
                .isEmpty();
        assertThat(kinds(file)).filteredOn("validationBegunAnew"::equals).hasSize(2);

        clock.forward(Duration.ofMinutes(3));
        rounds.lookAtRecords(file);
        assertThat(states(file)).as("the record of last time still stands").containsOnly(State.SUBMITTED);
        await().untilAsserted(() -> {
            sectigo.lengthen(domain);
            sectigo.lengthen(campus);
            rounds.look(file);
            assertThat(states(file)).containsOnly(State.WILDCARD_AWAITED);
        });
        turn.declineWildcards(file, List.of(0, 1));
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(file)).containsExactly("domains-to-validate", "customer-migrated");
    }

    @Test
    void customerMayHaveItsDomainsValidatedAtAnyTime() {
        migratedCustomer();
        String file = desk.start("desk1", "dcs-validation", Map.of("acronym", customer, "authority", "sectigo"));
        assertThat(rounds.of(file)).hasSize(2);
        process.withdraw(file, "Not now.");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThatThrownBy(() -> desk.start(
                        "desk1",
                        "dcs-validation",
                        Map.of("acronym", register.university("nl"), "authority", "sectigo")))
                .isInstanceOf(AnswersRefusedException.class);
    }

    @Test
    void secondMigrationOfACustomerIsRefusedWhileOneIsUnderWay() {
        String file = migrate();
        assertThatThrownBy(this::migrate).isInstanceOf(AnswersRefusedException.class);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.OPEN);
        assertThatThrownBy(() -> desk.start(
                        "manager1",
                        "dcs-migration",
                        Map.of("acronym", customer, "formerAuthority", "sectigo", "authority", "sectigo")))
                .isInstanceOf(AnswersRefusedException.class);
    }

    @Test
    void onlyWhoHasTheServiceIsMoved() {
        subscriptions.terminate(subscription, clock.today(), null);
        assertNotMoved(customer);
        assertNotMoved(register.university("fr"));
    }

    private void assertNotMoved(String other) {
        assertThatThrownBy(() -> desk.start("manager1", "dcs-migration", request(other)))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("field", "messageKey")
                        .containsExactly(tuple("acronym", "form.error.noService")));
        assertThat(migrations.open(other, Migrations.MIGRATION)).isEmpty();
    }

    @Test
    void formSentTwiceIsToldWhichFileItOpened() {
        migratedCustomer();
        var validation = new HashMap<String, Object>(Map.of("acronym", customer, "authority", "sectigo"));
        assertOpensOneFile("dcs-validation", validation);
        assertOpensOneFile("dcs-migration", new HashMap<>(request(subscriber())));
    }

    private void assertOpensOneFile(String process, Map<String, Object> answers) {
        answers.put("formToken", UUID.randomUUID().toString());
        String file = desk.start("manager1", process, answers);
        assertThatThrownBy(() -> desk.start("manager1", process, answers))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .singleElement()
                        .satisfies(refusal -> {
                            assertThat(refusal.messageKey()).isEqualTo("form.error.twice");
                            assertThat(refusal.arguments()).contains(file);
                        }));
    }

    private String subscriber() {
        String acronym = register.university("fr");
        subscribers.certificatesOnPaper(acronym, LocalDate.of(2024, 3, 1));
        return acronym;
    }

    private String toldCustomer() {
        String file = migrate();
        sectigo.validate(customer);
        organisations.look(file);
        rounds.look(file);
        assertThat(templates(file)).containsExactly("domains-to-validate");
        return file;
    }

    private String validatedCustomer() {
        String file = toldCustomer();
        publishAll(file);
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        awaitStates(file, State.WILDCARD_AWAITED);
        return file;
    }

    private String migratedCustomer() {
        String file = validatedCustomer();
        turn.declineWildcards(file, List.of(0, 1));
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    /** What the table decides this morning; what follows has run. */
    private String morning(String file, int reminders) {
        String decided = mornings.come(file, "recordReminder");
        assertThat(templates(file)).filteredOn("domains-reminder"::equals).hasSize(reminders);
        return decided;
    }

    private void awaitStates(String file, State state) {
        await().untilAsserted(() -> {
            rounds.look(file);
            assertThat(states(file)).containsOnly(state);
        });
    }

    private void awaitState(String file, int place, State state) {
        await().untilAsserted(() -> {
            rounds.look(file);
            assertThat(states(file).get(place)).isEqualTo(state);
        });
    }

    private String renewal() {
        assertThat(renewals()).hasSize(1);
        return renewals().get(0);
    }

    private List<String> renewals() {
        return migrations.open(customer, Migrations.VALIDATION).stream()
                .map(Order::number)
                .toList();
    }

    private List<State> states(String file) {
        return rounds.of(file).stream().map(CertificateDomain::state).toList();
    }

    private List<String> kinds(String file) {
        return orders.events(file).stream().map(OrderEvent::kind).toList();
    }

    private void publishAll(String file) {
        rounds.of(file).forEach(this::publish);
    }

    private static Map<String, Object> request(String acronym) {
        return Map.of("acronym", acronym, "formerAuthority", "digicert", "authority", "sectigo");
    }

    private String migrate() {
        return desk.start("manager1", "dcs-migration", request(customer));
    }

    private void publish(CertificateDomain known) {
        var record = (Challenge.DnsRecord) known.challenge();
        partners.have(
                "/api/dns/records",
                "{\"name\":\"%s\",\"type\":\"CNAME\",\"ttl\":300,\"value\":\"%s\"}"
                        .formatted(record.name(), record.value()));
    }

    private String lastText(String file) {
        List<SentMail> mails = correspondence.of(file);
        return mails.get(mails.size() - 1).text().replaceAll("\\s+", " ");
    }

    private List<String> templates(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }
}
