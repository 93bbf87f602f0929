package be.belnet.orderdesk.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Service Desk makes of mails that the tables are not sure about. */
@ProcessTest
class MailTriageProcessTest {
    private static final String SORT = "userTask_sortMail";
    private static final String TAKE_UP = "userTask_takeUpMail";

    @Autowired
    Post post;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Changes changes;

    @Autowired
    SortMailForm form;

    @Autowired
    HistoryService history;

    private String customer;

    @BeforeEach
    void customer() {
        customer = register.university("nl");
    }

    @ParameterizedTest
    @CsvSource({"startBams, BAMS", "startDcs, DCS"})
    void mailThatOrdersStartsTheOrder(String outcome, String service) {
        Letter letter = unclear();
        String number = post.triage(letter);
        desk.complete(
                number, SORT, "desk1", Map.of("mailOutcome", outcome, "acronym", customer, "contactLanguage", "de"));

        Order order = post.order(letter);
        assertThat(order.service()).isEqualTo(service);
        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().language()).isEqualTo("de");
        assertThat(events(order.number())).contains("mailTaken");
        assertThat(end(number)).isEqualTo("endEvent_fileOpened");
    }

    @Test
    void customerThatNobodyKnowsIsAsked() {
        Letter letter =
                Letter.of("someone@%s.example".formatted(UUID.randomUUID()), "BAMS", "Hello, what does BAMS cost?");
        String number = post.triage(letter);
        desk.complete(number, SORT, "desk1", Map.of("mailOutcome", "startBams", "contactLanguage", "en"));

        assertThat(events(post.order(letter).number())).contains("mailSent");
        assertThat(desk.openTasks(post.order(letter).number())).containsExactly("userTask_reviewRequest");
    }

    @Test
    void mailIsAddedToTheOrderThatThePersonNames() {
        String order = started();
        Letter letter = unclear();
        String number = post.triage(letter);
        assertRefused(number, Map.of("mailOutcome", "addToOrder"), "orderNumber");
        assertRefused(number, Map.of("mailOutcome", "addToOrder", "orderNumber", "BAMS-1999-00001"), "orderNumber");
        desk.complete(number, SORT, "desk1", Map.of("mailOutcome", "addToOrder", "orderNumber", order));

        assertThat(post.order(letter).number()).isEqualTo(order);
        assertThat(events(order)).contains("mailTaken");
        assertThat(end(number)).isEqualTo("endEvent_mailAdded");
    }

    @Test
    void mailThatIsNotForUsEndsThere() {
        String number = post.triage(unclear());
        desk.complete(number, SORT, "desk1", Map.of("mailOutcome", "notForUs", "reason", "An offer"));

        assertThat(end(number)).isEqualTo("endEvent_mailLeftAlone");
    }

    @ParameterizedTest
    @CsvSource({"termination, userTask_reviewNotice", "support, userTask_answerQuestion"})
    void noticeAndQuestionOpenFilesAsIfTheTablesHadBeenSure(String kind, String task) {
        Letter letter = Letter.of(
                        "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                        kind.equals("support") ? "FW: BAMS" : "FW: opzegging",
                        kind.equals("support") ? "Zie hieronder: BAMS werkt niet" : "Zie hieronder: wij zeggen BAMS op")
                .file("brief.pdf", SamplePdf.plain());
        String number = post.triage(letter);
        Letter more = Letter.of(letter.from(), "Re: " + letter.subject(), "Dit hoort erbij.")
                .answering(letter.messageId());
        assertThat(post.triage(more)).isEqualTo(number);

        assertThat(form.values(context(number)))
                .containsEntry("mailOutcome", kind)
                .containsEntry("mailService", "BAMS")
                .containsEntry("acronym", customer);
        assertRefused(number, Map.of("mailOutcome", kind, "acronym", customer), "mailService");
        desk.complete(number, SORT, "desk1", Map.of("mailOutcome", kind, "mailService", "BAMS", "acronym", customer));

        Order file = post.order(letter);
        assertThat(end(number)).isEqualTo("endEvent_fileOpened");
        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.requester().language()).isEqualTo("nl");
        assertThat(desk.openTasks(file.number())).containsExactly(task);
        assertThat(documents.of(file.number())).hasSize(1);
        assertThat(post.order(more)).isEqualTo(file);
        assertThat(events(file.number())).filteredOn("mailTaken"::equals).hasSize(2);
        assertThat(correspondence.of(file.number()))
                .extracting(SentMail::template)
                .containsExactly("mail-received");
    }

    @Test
    void mailThatMayGiveNoticeProposesNothing() {
        String number = post.triage(Letter.of(
                "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                "BAMS",
                "Beste, wij willen BAMS na de proef niet opzeggen."));

        assertThat(form.facts(context(number)).get("why")).contains("Read whether it gives notice");
        assertThat(form.values(context(number)))
                .doesNotContainKey("mailOutcome")
                .containsEntry("mailService", "BAMS")
                .containsEntry("acronym", customer);
    }

    @Test
    void changeIsOfTheContractThatThePersonNames() {
        long one = subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null);
        long other = subscribers.mailSecurity(customer, LocalDate.of(2025, 3, 1), null);
        Letter letter = Letter.of(
                "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                "Wijziging BAMS",
                "Beste, wij willen BAMS uitbreiden naar 500 mailboxen.");
        String number = post.triage(letter);
        Map<String, Object> answers =
                new HashMap<>(Map.of("mailOutcome", "change", "mailService", "BAMS", "acronym", customer));

        assertThat(form.facts(context(number)).get("why")).contains("several times");
        assertThat(form.values(context(number)))
                .containsEntry("mailOutcome", "change")
                .containsEntry("mailService", "BAMS");
        assertRefused(number, answers, "contract");
        answers.put("contract", "C-of-nobody");
        assertRefused(number, answers, "contract");
        answers.put("contract", subscriptions.get(other).agreement().contractNumber());
        desk.complete(number, SORT, "desk1", answers);

        assertThat(changes.openFor(other)).contains(post.order(letter).number());
        assertThat(changes.openFor(one)).isEmpty();
        assertThat(end(number)).isEqualTo("endEvent_fileOpened");
        Letter more = Letter.of(
                letter.from(),
                "BAMS",
                "Beste, ook minder mailboxen voor BAMS, contract %s.".formatted(answers.get("contract")));
        assertThat(form.values(context(post.triage(more))))
                .as("one change at a time")
                .containsEntry("mailOutcome", "addToOrder")
                .containsEntry("orderNumber", post.order(letter).number());
    }

    @Test
    void changeOfNobodyIsRefused() {
        String number = post.triage(Letter.of(
                "someone@%s.example".formatted(UUID.randomUUID()), "BAMS", "Please upgrade our BAMS appliance."));

        assertRefused(number, Map.of("mailOutcome", "change", "mailService", "BAMS"), "acronym");
    }

    @Test
    void furtherMailsOfTheThreadAreSortedTogether() {
        Letter letter = unclear();
        String number = post.triage(letter);
        Letter more = Letter.of(letter.from(), "Re: BAMS", "And by when?").answering(letter.messageId());

        assertThat(post.triage(more)).isEqualTo(number);
        assertThat(form.facts(context(number)).get("text")).contains("what does BAMS cost", "And by when?");
        desk.complete(
                number,
                SORT,
                "desk1",
                Map.of("mailOutcome", "startBams", "acronym", customer, "contactLanguage", "en"));
        assertThat(post.order(more)).isEqualTo(post.order(letter));
        assertThat(events(post.order(letter).number()))
                .filteredOn("mailTaken"::equals)
                .hasSize(2);
    }

    @Test
    void mailThatCameSinceTheFormWasOpenedIsReadFirst() {
        Letter letter = unclear();
        String number = post.triage(letter);
        Object shown = form.values(context(number)).get("mailsShown");
        post.triage(Letter.of(letter.from(), "Re: BAMS", "We end the service.").answering(letter.messageId()));
        assertThat(form.facts(context(number)).get("text"))
                .as("a colleague looks")
                .contains("We end the service.");
        assertRefused(number, notForUs(shown), null);

        desk.complete(
                number, SORT, "desk1", notForUs(form.values(context(number)).get("mailsShown")));
        assertThat(end(number)).isNotNull();
    }

    private static Map<String, Object> notForUs(Object shown) {
        return Map.of("mailOutcome", "notForUs", "reason", "A survey", "mailsShown", shown.toString());
    }

    @Test
    void longMailHidesNoOtherOfItsThread() {
        Letter letter = Letter.of(
                "someone@%s.example".formatted(UUID.randomUUID()), "BAMS", "What does BAMS cost? ".repeat(900));
        String number = post.triage(letter);
        post.triage(Letter.of(letter.from(), "Re: BAMS", "And by when?").answering(letter.messageId()));

        assertThat(form.facts(context(number)).get("text")).contains("What does BAMS cost?", "And by when?");
    }

    @Test
    void formTellsTheMailAndRefusesWhatMakesNoSense() {
        String number = post.triage(unclear());

        assertThat(form.facts(context(number)))
                .containsEntry("mailSubject", "BAMS")
                .containsEntry("why", "It is not clear what the mail wants.")
                .hasEntrySatisfying("text", text -> assertThat(text).contains("what does BAMS cost"));
        assertRefused(
                number, Map.of("mailOutcome", "startBams", "acronym", "NOBODY", "contactLanguage", "nl"), "acronym");
        assertRefused(number, Map.of("mailOutcome", "startBams", "acronym", customer), "contactLanguage");
    }

    @Test
    void senderWithAnImpossibleAddressStartsNothing() {
        Letter letter =
                Letter.of("o!dd@%s.example".formatted(UUID.randomUUID()), "BAMS", "Hello, what does BAMS cost?");
        String number = post.triage(letter);

        assertRefused(number, Map.of("mailOutcome", "startBams", "acronym", customer, "contactLanguage", "nl"), null);
        assertThat(desk.openTasks(number)).containsExactly(SORT);
    }

    private Letter unclear() {
        return Letter.of(
                "someone@%s.example".formatted(UUID.randomUUID()),
                "BAMS",
                "Hello, what does BAMS cost for a small centre?");
    }

    private String started() {
        return desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "contactName",
                        "N",
                        "contactEmail",
                        "n@customer.example",
                        "contactLanguage",
                        "nl"));
    }

    private FormContext context(String number) {
        return new FormContext(number, desk.task(number, SORT).getId(), "desk1", Locale.ENGLISH);
    }

    private void assertRefused(String number, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> desk.submit(number, SORT, "desk1", new HashMap<>(answers)))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(AnswersRefusedException.Refusal::field)
                        .containsExactly(field));
    }

    private List<String> events(String order) {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }

    private String end(String number) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }
}
