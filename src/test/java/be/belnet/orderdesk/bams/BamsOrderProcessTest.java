package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.Scans;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Waits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of an order of mail security, one test for each end and each loop. */
@ProcessTest
class BamsOrderProcessTest {
    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    Scans scans;

    @Autowired
    LicenceSupplier licences;

    @Autowired
    ContractDesk contracts;

    @Autowired
    Watch watch;

    @Autowired
    Waits waits;

    private String customer;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
    }

    @Test
    void orderThatGoesStraightEndsWithAnActiveService() {
        String order = receiveOrder(customer);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.BELNET);
        introduceAccountManager(order);
        discussWishesWithoutMeeting(order);
        determineNeeds(order);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(mailSecurity.findLicence(order))
                .as("nothing is ordered before the paper is here")
                .isEmpty();
        registerBothCopies(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        watch.untilHandOver(order);
        handOver(order);
        countersign(order);

        assertThat(desk.isRunning(order)).isFalse();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.NONE);
        assertThat(subscriptions.ofOrder(order)).hasValueSatisfying(subscription -> {
            assertThat(subscription.acronym()).isEqualTo(customer);
            assertThat(subscription.state()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(subscription.agreement().priceLine()).isEqualTo("BAMS-2026-01-base");
            assertThat(subscription.agreement().startsOn()).isEqualTo(LocalDate.now());
            assertThat(subscription.trialEndsOn()).isEqualTo(LocalDate.now().plusDays(30));
            assertThat(mailSecurity.findLicence(order))
                    .hasValue(subscription.references().licenceSerial());
            assertThat(subscription.references().applianceId()).isNotBlank();
            assertThat(subscriptions.domains(subscription.id())).isNotEmpty();
            assertThat(subscriptions.history(subscription.id()))
                    .extracting(SubscriptionEvent::kind)
                    .containsExactly("ordered", "deliveryBegun", "trialBegun", "activated");
        });
        assertThat(mailsOf(order))
                .containsExactly(
                        "introduction-customer",
                        "introduction-account-manager",
                        "contract",
                        "appliance-ready",
                        "contract-countersigned",
                        "service-activated");
        assertThat(correspondence.of(order).get(5).text()).contains("/useful/").contains("minstens 5 werkdagen");
    }

    @Test
    void contractThatGoesBackByMailBringsItsScan() {
        String order = orderWithSignedContract();
        watch.untilHandOver(order);
        handOver(order);
        assertThatThrownBy(() -> countersign(order, "mail")).isInstanceOf(AnswersRefusedException.class);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        Document scan = scans.add(order, ScanKind.COUNTERSIGNED_CONTRACT, SamplePdf.plain());
        countersign(order, "mail");

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(countersignedMail(order).attachments()).containsExactly(scan.fileName());
        assertThat(countersignedMail(order).to().role()).isEqualTo("signatory");
        assertThat(countersignedMail(order).text()).contains("als bijlage");
        assertThat(documents(order, "coverLetter")).isEmpty();
    }

    @Test
    void contractThatGoesBackByPostHasItsLetterBeforeTheMailSaysSo() {
        String order = orderWithSignedContract();
        scans.add(order, ScanKind.COUNTERSIGNED_CONTRACT, SamplePdf.plain());
        countersign(order, "post");
        assertThat(documents(order, "coverLetter"))
                .as("whoever countersigned holds the paper now")
                .hasSize(1);
        watch.untilHandOver(order);
        handOver(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(countersignedMail(order).attachments()).isEmpty();
        assertThat(countersignedMail(order).text()).contains("per post");
        assertThat(documents(order, "coverLetter")).hasSize(1);
    }

    @Test
    void countersignatureMayComeBeforeTheAppliance() {
        String order = orderWithSignedContract();
        countersign(order);
        assertThat(orders.get(order).turn()).isEqualTo(Turn.SUPPLIER);
        watch.untilHandOver(order);
        handOver(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void meetingIsInvitedToAndItsNewDateUpdatesTheInvitation() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        desk.complete(
                order,
                "userTask_discussWishes",
                "relations1",
                Map.of(
                        "wishes",
                        "Less spam",
                        "meetingNeeded",
                        true,
                        "meetingAt",
                        inDays(7),
                        "meetingPlace",
                        "Brussels"));
        desk.complete(
                order,
                "userTask_holdMeeting",
                "relations1",
                Map.of("meetingHeld", false, "meetingAt", inDays(9), "meetingPlace", "Online"));
        desk.complete(order, "userTask_holdMeeting", "relations1", Map.of("minutes", "Two domains"));

        assertThat(desk.openTasks(order)).containsExactly("userTask_determineNeeds");
        assertThat(mailsOf(order)).endsWith("invitation", "invitation");
    }

    @Test
    void technicalAdviceLeadsBackToTheNeeds() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        discussWishesWithoutMeeting(order);
        desk.complete(order, "userTask_determineNeeds", "relations1", with(needs(), "technicalAdviceNeeded", true));
        desk.complete(
                order,
                "userTask_arrangeAdvice",
                "relations1",
                Map.of("adviser", "adviser1", "appointmentAt", inDays(3)));
        desk.complete(order, "userTask_adviseCustomer", "adviser1", Map.of("advice", "One CPU is enough"));

        assertThat(desk.openTasks(order)).containsExactly("userTask_determineNeeds");
        assertThat(mailsOf(order)).endsWith("advice-appointment");
    }

    @Test
    void adviceIsNotArrangedForAMomentThatIsOver() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        discussWishesWithoutMeeting(order);
        desk.complete(order, "userTask_determineNeeds", "relations1", with(needs(), "technicalAdviceNeeded", true));

        assertThatThrownBy(() -> desk.complete(
                        order,
                        "userTask_arrangeAdvice",
                        "relations1",
                        Map.of("adviser", "adviser1", "appointmentAt", inDays(-1))))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("field", "messageKey")
                        .containsExactly(tuple("appointmentAt", "form.error.dateInPast")));
        assertThat(mailsOf(order)).doesNotContain("advice-appointment");
    }

    @Test
    void requestWithoutAcronymIsCompletedByAPersonAndGoesOn() {
        String order = receiveOrder(null);
        desk.complete(
                order,
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "askCustomer", "reason", "Which organisation do you write for?"));
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        desk.complete(
                order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept", "acronym", customer));

        assertThat(desk.openTasks(order)).containsExactly("userTask_introduceAccountManager");
        assertThat(orders.get(order).acronym()).isEqualTo(customer);
        assertThat(mailsOf(order)).containsExactly("ask-customer");
    }

    @Test
    void requestOfASchoolIsRejectedWithAReason() {
        String order = receiveOrder(register.organisation("school", "fr", true));
        desk.complete(
                order,
                "userTask_reviewRequest",
                "desk1",
                Map.of("requestOutcome", "reject", "reason", "Schools are served by another service."));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.REJECTED);
        assertThat(orders.get(order).closingReason()).isEqualTo("Schools are served by another service.");
        assertThat(mailsOf(order)).containsExactly("request-declined");
    }

    @Test
    void secondRequestOfACustomerIsLookedAtByAPerson() {
        String first = receiveOrder(customer);
        String second = receiveOrder(customer);
        assertThat(desk.openTasks(second)).containsExactly("userTask_reviewRequest");
        join(second);

        assertThat(orders.get(second).state()).isEqualTo(OrderState.REJECTED);
        assertThat(orders.latest(first, "requestJoined")).hasValueSatisfying(joined -> {
            assertThat(joined.actor()).as("whose news the account manager gets").isEqualTo("customer");
            assertThat(joined.facts()).containsEntry("request", second).containsEntry("text", "We want mail security");
        });
        assertThat(orders.latest(second, "joinedToOrder"))
                .hasValueSatisfying(joined -> assertThat(joined.facts()).containsEntry("order", first));
        assertThat(words(lastMail(second))).contains("eraan toegevoegd", "nummer " + first, "your earlier request");
    }

    @Test
    void requestThatJoinsAnOrderBringsBackWhatWaitsForTheCustomer() {
        String first = receiveOrder(customer);
        String waiting = desk.task(first, "userTask_introduceAccountManager").getId();
        waits.begin(waiting, new Wait(Turn.CUSTOMER, LocalDate.now().plusDays(9), "Asked by telephone"));
        join(receiveOrder(customer));

        assertThat(waits.at(first, "userTask_introduceAccountManager")).isEmpty();
        assertThat(orders.get(first).turn()).isEqualTo(Turn.BELNET);
    }

    @Test
    void requestJoinsNoOrderWhereNoneIsOpen() {
        String order = receiveOrder(register.organisation("school", "fr", true));

        assertThatThrownBy(() -> join(order))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("field", "messageKey")
                        .containsExactly(tuple("requestOutcome", "form.error.noOrderToJoin")));
        assertThat(desk.openTasks(order)).containsExactly("userTask_reviewRequest");
        assertThat(mailsOf(order)).isEmpty();
    }

    @Test
    void nobodyReadsOfAnOrderThatWasLeftMeanwhile() {
        String first = receiveOrder(customer);
        String second = receiveOrder(customer);
        desk.submit(second, "userTask_reviewRequest", "desk1", joining());
        process.withdraw(first, "Budget refused");

        assertThatThrownBy(() -> desk.runJobs(second)).hasStackTraceContaining("No open order to join");
        assertThat(mailsOf(second)).isEmpty();
        process.withdraw(second, "End of the test");
        desk.runJobs(first);
        desk.runJobs(second);
    }

    private void join(String order) {
        desk.complete(order, "userTask_reviewRequest", "desk1", joining());
    }

    private static Map<String, Object> joining() {
        return Map.of("requestOutcome", "joinOrder", "reason", "We work on your earlier request.");
    }

    @Test
    void customerThatGivesUpTheContractWithdrawsItsOrder() {
        String order = orderWithChangedContract();
        decideOnChanges(order, "giveUp");

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(mailSecurity.findLicence(order)).isEmpty();
        assertThat(mailsOf(order)).endsWith("withdrawal-confirmed");
        assertThat(lastMail(order).subject()).contains("is geëindigd");
        assertThat(words(lastMail(order)))
                .contains("niet eens geworden over de tekst van het contract", "Article 3 was struck out")
                .doesNotContain("Zoals u vroeg");
    }

    @Test
    void changedContractMayGoBackToTheNeeds() {
        String order = orderWithChangedContract();
        decideOnChanges(order, "backToNeeds");
        assertThat(desk.openTasks(order)).containsExactly("userTask_determineNeeds");
        determineNeeds(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
        assertThat(words(lastMail(order)))
                .contains("versie 2")
                .contains("Over deze nieuwe versie:", "Article 3 was struck out");
    }

    @Test
    void reasonForANewVersionIsToldOnce() {
        String order = orderWithChangedContract();
        decideOnChanges(order, "backToNeeds");
        determineNeeds(order);
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies(2, "textChanged"));
        desk.complete(
                order,
                "userTask_decideOnChanges",
                "relations1",
                Map.of("changesDecision", "backToNeeds", "reason", "A shorter trial"));
        determineNeeds(order);

        assertThat(words(lastMail(order)))
                .contains("versie 3", "A shorter trial")
                .doesNotContain("Article 3 was struck out");
    }

    @Test
    void changedContractThatBelnetAcceptsIsSigned() {
        String order = orderWithChangedContract();
        decideOnChanges(order, "accept");
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        assertThat(mailSecurity.findLicence(order)).isPresent();
    }

    @Test
    void changedContractThatBelnetRefusesIsAskedForAgain() {
        String order = orderWithChangedContract();
        decideOnChanges(order, "refuse");
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
        assertThat(mailsOf(order)).endsWith("missing-copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notCompleted", "signatureMissing", "pageMissing", "otherVersion", "signatoryNotEntitled"})
    void copyWithADefectIsAskedForAgainAndOrdersNothing(String defect) {
        String order = orderWithContractOut();
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies(2, defect));
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
        assertThat(orders.get(order).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(mailsOf(order)).endsWith("missing-copy");
        assertThat(mailSecurity.findLicence(order)).isEmpty();
    }

    @Test
    void oneCopyIsNotEnough() {
        String order = orderWithContractOut();
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies(1, "none"));
        assertThat(desk.openTasks(order)).containsExactly("userTask_registerSignedCopies");
        registerBothCopies(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
    }

    @Test
    void withdrawalTakesBackLicenceAndAppliance() {
        String order = orderWithSignedContract();
        watch.untilHandOver(order);
        String licence = mailSecurity.findLicence(order).orElseThrow();
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(orders.get(order).closingReason()).isEqualTo("Budget refused");
        assertThat(mailSecurity.findAppliance(order)).isEmpty();
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("effectUndone"))
                .extracting(event -> event.facts().get("reference"))
                .hasSize(2)
                .contains(licence);
        assertThat(mailsOf(order)).endsWith("withdrawal-confirmed");
        assertThat(words(lastMail(order))).contains("Zoals u vroeg").doesNotContain("Budget refused");
    }

    @Test
    void cancelledWhileTheCustomerIsAwaitedNothingIsUndoneAndTheCustomerReadsWhy() {
        String order = orderWithContractOut();
        process.cancel(order, "No appliance of this size can be had");
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLING);
        desk.runJobs(order);

        assertThat(desk.isRunning(order)).isFalse();
        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.get(order).closingReason()).isEqualTo("No appliance of this size can be had");
        assertThat(contracts.current(order)).isEmpty();
        assertThat(mailsOf(order)).endsWith("order-cancelled");
        assertThat(correspondence.of(order)).last().satisfies(mail -> assertThat(mail.text())
                .contains("No appliance of this size can be had"));
        assertThat(orders.events(order))
                .extracting(OrderEvent::kind)
                .contains("cancellationReceived", "contractVoided", "orderCancelled")
                .doesNotContain("effectUndone", "withdrawalReceived");
    }

    @Test
    void cancellationStopsTheLicenceAndRemovesTheAppliance() {
        String order = orderWithSignedContract();
        watch.untilHandOver(order);
        String licence = mailSecurity.findLicence(order).orElseThrow();
        String appliance = mailSecurity.findAppliance(order).orElseThrow();
        process.cancel(order, "The customer left Belnet");
        desk.runJobs(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(mailSecurity.findAppliance(order)).isEmpty();
        assertThatThrownBy(() -> licences.activationCode(new Licence(licence)))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("has ended");
        assertThat(orders.events(order))
                .filteredOn(event -> event.kind().equals("effectUndone"))
                .extracting(event -> event.facts().get("reference"))
                .containsExactly(appliance, licence);
    }

    @Test
    void orderIsCancelledOnceAndNeverAfterItsEnd() {
        String order = orderWithContractOut();
        process.cancel(order, "Not possible");
        assertThatThrownBy(() -> process.cancel(order, "Again")).isInstanceOf(OrderClosedException.class);
        assertThatThrownBy(() -> process.withdraw(order, "Again")).isInstanceOf(OrderClosedException.class);
        desk.runJobs(order);
        assertThatThrownBy(() -> process.cancel(order, "Again")).isInstanceOf(OrderClosedException.class);

        assertThat(orders.get(order).closingReason()).isEqualTo("Not possible");
        assertThat(mailsOf(order)).containsOnlyOnce("order-cancelled");
    }

    @Test
    void startFormSentTwiceOpensOneOrder() {
        Map<String, Object> form =
                with(request(customer), "formToken", UUID.randomUUID().toString());
        String first = desk.start("desk1", "bams-order", form);
        assertThatThrownBy(() -> desk.start("desk1", "bams-order", form)).isInstanceOf(AnswersRefusedException.class);
        assertThat(orders.openOrders(customer, "BAMS", "order"))
                .extracting("number")
                .containsExactly(first);
    }

    @Test
    void timelineTellsWhoDidWhat() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        assertThat(orders.events(order)).extracting(OrderEvent::kind).contains("orderReceived", "eligible", "mailSent");
    }

    private String receiveOrder(String acronym) {
        return desk.start("desk1", "bams-order", request(acronym));
    }

    private static Map<String, Object> request(String acronym) {
        Map<String, Object> request = Map.of(
                "request", "We want mail security",
                "contactName", "Mail administrator",
                "contactEmail", "mail-admin@customer.example",
                "contactLanguage", "nl");
        return acronym == null ? request : with(request, "acronym", acronym);
    }

    private void introduceAccountManager(String order) {
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
    }

    private void discussWishesWithoutMeeting(String order) {
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
    }

    private void determineNeeds(String order) {
        desk.complete(order, "userTask_determineNeeds", "relations1", needs());
    }

    private static Map<String, Object> needs() {
        return Map.of(
                "mailDomains", "customer.example mx1.customer.example\ncampus.example mx2.customer.example",
                "mailboxes", 300,
                "trialDays", 30);
    }

    private void registerBothCopies(String order) {
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies(2, "none"));
    }

    private static Map<String, Object> copies(int count, String copy2Defect) {
        return Map.of(
                "copiesReceived",
                count,
                "copy1Defect",
                "none",
                "copy2Defect",
                copy2Defect,
                "signatoryName",
                "The signatory",
                "signatoryRole",
                "Rector",
                "receivedOn",
                LocalDate.now().toString());
    }

    private void decideOnChanges(String order, String decision) {
        desk.complete(
                order,
                "userTask_decideOnChanges",
                "relations1",
                Map.of("changesDecision", decision, "reason", "Article 3 was struck out"));
    }

    private String orderWithContractOut() {
        String order = receiveOrder(customer);
        introduceAccountManager(order);
        discussWishesWithoutMeeting(order);
        determineNeeds(order);
        return order;
    }

    private String orderWithSignedContract() {
        String order = orderWithContractOut();
        registerBothCopies(order);
        return order;
    }

    private String orderWithChangedContract() {
        String order = orderWithContractOut();
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies(2, "textChanged"));
        return order;
    }

    private void handOver(String order) {
        desk.complete(
                order,
                "userTask_handOverAppliance",
                "operations1",
                Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx")));
    }

    private void countersign(String order) {
        countersign(order, "post");
    }

    private void countersign(String order, String returnedBy) {
        desk.complete(
                order,
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", returnedBy));
    }

    private SentMail countersignedMail(String order) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals("contract-countersigned"))
                .reduce((first, second) -> {
                    throw new AssertionError("Told twice");
                })
                .orElseThrow();
    }

    private List<Document> documents(String order, String kind) {
        return documents.of(order).stream()
                .filter(document -> document.kind().equals(kind))
                .toList();
    }

    private SentMail lastMail(String order) {
        List<SentMail> all = correspondence.of(order);
        return all.get(all.size() - 1);
    }

    private static String words(SentMail mail) {
        return mail.text().replace('\n', ' ');
    }

    private List<String> mailsOf(String order) {
        return correspondence.of(order).stream().map(SentMail::template).toList();
    }

    private static String inDays(int days) {
        return LocalDateTime.now().plusDays(days).withNano(0).toString();
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        var more = new java.util.HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
