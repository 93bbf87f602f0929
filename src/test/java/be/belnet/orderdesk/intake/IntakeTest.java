package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.workflow.Waits;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Mails of customers on their way from any mail program to their order. */
@ProcessTest
class IntakeTest {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final String INTRODUCE = "userTask_introduceAccountManager";

    @Autowired
    Post post;

    @Autowired
    IntakeRounds rounds;

    @Autowired
    IncomingMails mails;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Waits waits;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String customer;

    @BeforeEach
    void customerWithContacts() {
        customer = register.university("nl");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void dutchMailWithAttachmentsBecomesAnOrder() {
        byte[] form = SamplePdf.plain();
        Letter letter = post.send(Letter.of(
                        "mailbeheer@elders.example",
                        "Aanvraag BAMS",
                        "Geachte,\n\nWij willen graag BAMS bestellen. Ons acroniem is " + customer
                                + ".\n\nMet vriendelijke groeten")
                .file("bestelbon été.pdf", form)
                .file("domeinen.xlsx", new byte[] {'P', 'K', 3, 4})
                .file("offerte.pdf", SamplePdf.withScriptAtOpening()));
        rounds.look();
        Order order = post.order(letter);

        assertThat(order.service()).isEqualTo("BAMS");
        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().email()).isEqualTo("mailbeheer@elders.example");
        assertThat(order.requester().name()).isEqualTo("Verantwoordelijke ICT – été");
        assertThat(order.requester().language()).isEqualTo("nl");
        assertThat(order.request()).startsWith("Aanvraag BAMS\n\nGeachte,");
        assertThat(desk.openTasks(order.number())).containsExactly(INTRODUCE);
        assertThat(documents.of(order.number())).singleElement().satisfies(document -> {
            assertThat(document.kind()).isEqualTo("mailAttachment");
            assertThat(documents.content(document)).isEqualTo(form);
            assertThat(document.fileName()).startsWith(order.number()).endsWith(".pdf");
        });
        assertThat(told(order.number(), "mailTaken").facts().get("text"))
                .contains("domeinen.xlsx (notPdf)", "offerte.pdf (script)")
                .doesNotContain("bestelbon");
        assertThat(post.isSeen(letter)).isTrue();
    }

    @Test
    void frenchMailOfAContactNeedsNoAcronym() {
        Letter letter = post.send(Letter.of(
                        "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                        "Demande DCS",
                        "Bonjour,\n\nNous souhaitons souscrire à DCS pour nos serveurs. Les deux exemplaires du contrat partent"
                                + " par la poste.\n\nCordialement")
                .file("contrat signé.pdf", SamplePdf.plain()));
        rounds.look();
        Order order = post.order(letter);

        assertThat(order.service()).isEqualTo("DCS");
        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().language()).isEqualTo("fr");
        assertThat(documents.of(order.number())).hasSize(1);
        assertThat(told(order.number(), "acronymFound").facts()).containsEntry("by", "ADDRESS");
        assertThat(desk.openTasks(order.number())).containsExactly(INTRODUCE);
    }

    @Test
    void domainOfTheSenderTellsTheCustomerToo() {
        register.giveMailDomain(customer, customer.toLowerCase(Locale.ROOT) + ".test");
        Letter letter = order("colleague@dept.%s.test".formatted(customer.toLowerCase(Locale.ROOT)), "");
        post.take(letter);

        assertThat(post.order(letter).acronym()).isEqualTo(customer);
        assertThat(told(post.order(letter).number(), "acronymFound").facts()).containsEntry("by", "DOMAIN");
    }

    @Test
    void customerWithoutAnAcronymIsAskedOnceInItsLanguage() {
        String sender = "someone@%s.example".formatted(UUID.randomUUID());
        Letter letter =
                Letter.of(sender, "Commande BAMS", "Bonjour,\nnous souhaitons commander le service BAMS. Merci");
        post.take(letter);
        Order order = post.order(letter);
        rounds.sort();
        rounds.sort();

        assertThat(order.acronym()).isNull();
        assertThat(desk.openTasks(order.number())).containsExactly(REVIEW);
        assertThat(mailsOf(order)).singleElement().satisfies(question -> {
            assertThat(question.template()).isEqualTo("ask-acronym");
            assertThat(question.to().email()).isEqualTo(sender);
            assertThat(question.text()).contains("Merci pour votre demande", "acronyme");
        });
        assertThat(jdbc.sql("select in_reply_to from correspondence where order_number = ?")
                        .param(order.number())
                        .query(String.class)
                        .single())
                .isEqualTo(letter.messageId());
        assertThat(waits.at(order.number(), REVIEW))
                .hasValueSatisfying(wait -> assertThat(wait.turn()).isEqualTo(Turn.CUSTOMER));

        post.take(letter.again());
        post.take(Letter.of(sender, "Re: Votre acronyme", "Bonjour, notre acronyme : " + customer)
                .answering(mailsOf(order).get(0).messageId()));

        assertThat(mailsOf(order)).hasSize(1);
        assertThat(orders.get(order.number()).acronym()).isEqualTo(customer);
        assertThat(post.ordersOf(customer)).containsExactly(order.number());
        assertThat(waits.at(order.number(), REVIEW)).isEmpty();
        rounds.sort();
        assertThat(waits.at(order.number(), REVIEW)).isEmpty();
    }

    @Test
    void sameMessageStartsOneOrderHoweverOftenItComes() {
        Letter letter = order("technical@elsewhere.example", customer);
        post.send(letter);
        post.send(letter);
        rounds.look();
        post.send(letter);
        rounds.look();
        post.forgetPosition();
        rounds.look();

        assertThat(post.ordersOf(customer)).hasSize(1);
        assertThat(events(post.row(letter).order()))
                .filteredOn("mailTaken"::equals)
                .hasSize(1);
    }

    @Test
    void forwardedAnsweredAndRepeatedMailJoinsItsOrder() {
        Letter letter = order("technical@elsewhere.example", customer);
        post.take(letter);
        String order = post.order(letter).number();
        List<Letter> echoes = List.of(
                letter.again(),
                Letter.of(letter.from(), "FW: " + letter.subject(), letter.text()),
                Letter.of("chief@elsewhere.example", "Fwd: " + letter.subject(), "Zie hieronder\n\n" + letter.text()),
                Letter.of(letter.from(), "Re: " + letter.subject(), letter.text())
                        .answering(letter.messageId()),
                Letter.of("else@elsewhere.example", "RE: " + letter.subject(), "OK\n\n> " + letter.text())
                        .answering(letter.messageId()));
        echoes.forEach(post::take);

        assertThat(echoes).allSatisfy(echo -> assertThat(post.row(echo).order()).isEqualTo(order));
        assertThat(post.ordersOf(customer)).containsExactly(order);
    }

    @Test
    void mailPassedOnForTheFirstTimeIsAPersonsToRead() {
        Letter letter = Letter.of("colleague@elsewhere.example", "FW: BAMS", "Wij willen BAMS bestellen, " + customer);

        assertThat(desk.openTasks(post.triage(letter))).containsExactly("userTask_sortMail");
        assertThat(post.row(letter).why()).isEqualTo("passedOn");
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted, auto-replied",
        "Precedence, bulk",
        "X-Auto-Response-Suppress, All",
        "List-Id, <users.example>"
    })
    void machineStartsNothing(String header, String value) {
        Letter order = order("technical@elsewhere.example", customer);
        post.take(order);
        Letter answer = Letter.of("technical@elsewhere.example", "Afwezig: " + order.subject(), order.text())
                .answering(order.messageId())
                .with(header, value);
        String other = register.university("nl");
        Letter letter = order("technical@elsewhere.example", other).with(header, value);
        post.take(answer);
        post.take(letter);

        assertThat(post.state(answer)).isEqualTo("passed");
        assertThat(post.state(letter)).isEqualTo("passed");
        assertThat(post.isSeen(letter)).isFalse();
        assertThat(post.ordersOf(other)).isEmpty();
    }

    @Test
    void ownMailsThatComeBackStartNothing() {
        Letter own = order("servicedesk@belnet.be", customer);
        Letter sent = new Letter(
                "<correspondence-%s@orderdesk.belnet.be>".formatted(UUID.randomUUID()),
                "x@elsewhere.example",
                "x",
                own.subject(),
                own.text(),
                Map.of(),
                Map.of());
        post.take(own);
        post.take(sent);

        assertThat(post.ordersOf(customer)).isEmpty();
        assertThat(post.state(own)).isEqualTo("passed");
        assertThat(post.state(sent)).isEqualTo("passed");
    }

    @Test
    void otherMailStaysUntouched() {
        Letter letter = Letter.of(
                "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                "Vergadering",
                "Beste, kan de vergadering over de glasvezel verplaatst worden?");
        post.take(letter);

        assertThat(post.state(letter)).isEqualTo("passed");
        assertThat(post.isSeen(letter)).isFalse();
        assertThat(jdbc.sql("select count(*) from incoming_mail where message_key = ? and words is null"
                                + " and subject is null and sender_email is null and triage_number is null")
                        .param(MailHead.keyOf(letter.messageId()))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void answerEndsTheWaitForTheCustomer() {
        String order = way.contractOut("fr");
        letWait(order);
        SentMail contract = mailTo(order, "contract");
        Letter answer = Letter.of(contract.to().email(), "Re: contrat", "Nous signons cette semaine.")
                .answering(contract.messageId());
        post.take(answer);

        assertThat(post.row(answer).order()).isEqualTo(order);
        assertThat(waits.at(order, "userTask_registerSignedCopies")).isEmpty();
        assertThat(events(order)).containsSubsequence("mailTaken", "waitEnded");
        assertThat(told(order, "mailTaken").actor()).isEqualTo("customer");
    }

    @Test
    void answerOfTheAccountManagerIsKeptAndEndsNoWait() {
        String order = way.contractOut("fr");
        letWait(order);
        Letter answer = Letter.of("relations1@belnet.example", "Re: introduction", "Vu.")
                .answering(mailTo(order, "introduction-account-manager").messageId());
        post.take(answer);

        assertThat(told(order, "mailTaken").actor()).isEqualTo("orderdesk");
        assertThat(waits.at(order, "userTask_registerSignedCopies")).isPresent();
    }

    @Test
    void numberInTheSubjectJoinsWhoeverBelongsToTheOrder() {
        String order = way.contractOut("en");
        Letter known = Letter.of("mail-admin@customer.example", "About " + order, "The copies left today.");
        Letter stranger = Letter.of("who@anywhere.example", order, "Please change the address.");
        post.take(known);
        post.take(stranger);

        assertThat(post.row(known).order()).isEqualTo(order);
        assertThat(post.row(stranger).order()).isNull();
        assertThat(post.row(stranger).why()).isEqualTo("stranger");
    }

    @Test
    void mailAboutTheOnlyOpenOrderOfItsSenderJoinsIt() {
        Letter letter = order("technical@elsewhere.example", customer);
        post.take(letter);
        Letter list = Letter.of(
                "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                "BAMS",
                "Beste, hierbij de lijst van onze domeinen voor BAMS.");
        post.take(list);

        assertThat(post.row(list).order()).isEqualTo(post.order(letter).number());
    }

    @Test
    void mailAboutAClosedOrderIsAPersonsToRead() {
        String order = way.contractOut("en");
        SentMail contract = mailTo(order, "contract");
        process.withdraw(order, "Changed plans");
        desk.runJobs(order);
        Letter letter = Letter.of(contract.to().email(), "Re: contract", "Is there anything else to do?")
                .answering(contract.messageId());

        assertThat(desk.openTasks(post.triage(letter))).containsExactly("userTask_sortMail");
        assertThat(post.row(letter).why()).isEqualTo("closed");
    }

    @Test
    void anotherCustomersSenderIsAPersonsToJudge() {
        String other = register.university("nl");
        Letter letter = order("technical@%s.example".formatted(other.toLowerCase(Locale.ROOT)), customer);
        post.take(letter);

        assertThat(post.row(letter).why()).isEqualTo("customer");
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @Test
    void bounceIsToldAtItsOrderAndTakenUp() {
        for (int earlier = 0; earlier < 40; earlier++) {
            mails.addBare(
                    "bounce-" + UUID.randomUUID(),
                    IncomingMail.State.HELD,
                    "mailer-daemon@mx.example",
                    clock.instant());
        }
        String order = way.contractOut("en");
        SentMail contract = mailTo(order, "contract");
        String bounce = "<%s@mx.example>".formatted(UUID.randomUUID());
        post.send("""
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: servicedesk@belnet.be
                Subject: Undelivered Mail Returned to Sender
                Message-ID: %s
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                <%s>: user unknown
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; x@y.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(bounce, contract.to().email(), contract.messageId()));
        rounds.look();

        assertThat(told(order, "mailBounced").facts()).containsEntry("template", "contract");
        assertThat(mailTo(order, "contract").bounced()).isTrue();
        String number = jdbc.sql("select triage_number from incoming_mail where message_key = ?")
                .param(MailHead.keyOf(bounce))
                .query(String.class)
                .single();
        assertThat(desk.openTasks(number)).containsExactly("userTask_takeUpMail");
        desk.complete(number, "userTask_takeUpMail", "relations1", Map.of("deed", "Called, the address is new"));
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(told(order, "mailTakenUp").facts()).containsEntry("text", "Called, the address is new");
    }

    @Test
    void severalNodesTakeEachMailOnce() throws Exception {
        List<Letter> letters = new ArrayList<>();
        for (int mail = 0; mail < 6; mail++) {
            String one = register.university("nl");
            letters.add(post.send(order("a@elsewhere.example", one).file("bon.pdf", SamplePdf.plain())));
            letters.add(post.send(order("b@elsewhere.example", one)));
        }

        assertThat(AtOnce.run(4, rounds::look)).isEmpty();
        rounds.look();
        rounds.look();

        assertThat(letters).allSatisfy(letter -> {
            assertThat(post.state(letter)).isEqualTo("sorted");
            Order order = post.order(letter);
            assertThat(post.ordersOf(order.acronym())).containsExactly(order.number());
            assertThat(events(order.number())).filteredOn("mailTaken"::equals).hasSize(2);
            assertThat(documents.of(order.number())).hasSize(1);
        });
    }

    @Test
    void mailThatIsTooLargeIsToldWithoutReadingIt() {
        Letter letter = order("technical@elsewhere.example", customer).file("scan.pdf", new byte[2 * 1024 * 1024]);

        assertThat(desk.openTasks(post.triage(letter))).containsExactly("userTask_sortMail");
        assertThat(post.row(letter).cut()).isTrue();
        assertThat(post.row(letter).why()).isEqualTo("tooLarge");
        assertThat(post.row(letter).text()).contains("BAMS");
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @Test
    void senderOfTooManyMailsIsHeld() {
        String sender = "flood@%s.example".formatted(UUID.randomUUID());
        for (int mail = 0; mail < 30; mail++) {
            mails.addBare("flood-" + UUID.randomUUID(), IncomingMail.State.HELD, sender, clock.instant());
        }
        Letter last = order(sender, customer);
        Letter more = order(sender, register.university("nl"));
        post.take(last);
        post.take(more);

        assertThat(post.row(last).why()).isEqualTo("tooMany");
        assertThat(post.state(more)).isEqualTo("held");
        assertThat(post.isSeen(more)).isFalse();
    }

    @Test
    void mailThatStartsNothingIsAPersonsToRead() {
        Letter letter = order("o!dd@elsewhere.example", customer);
        post.take(letter);

        assertThat(post.row(letter).why()).isEqualTo("refused");
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @Test
    void mailThatCannotBeSortedIsTriedAgainAndThenAPersons() {
        Letter letter = post.send(order("technical@elsewhere.example", customer));
        rounds.read();
        jdbc.sql("update incoming_mail set language = 'xx' where message_key = ?")
                .param(MailHead.keyOf(letter.messageId()))
                .update();
        jdbc.sql("alter table acronym_question rename to acronym_question_away").update();
        try {
            String unknown = "someone@%s.example".formatted(UUID.randomUUID());
            Letter asking = post.send(order(unknown, ""));
            rounds.read();
            for (int attempt = 0; attempt < 6; attempt++) {
                sortUntroubled();
                clock.forward(Duration.ofHours(2));
            }
            assertThat(post.row(asking).attempts()).isEqualTo(5);
            assertThat(post.row(asking).why()).isEqualTo("failed");
            assertThat(desk.openTasks(post.row(asking).triage())).containsExactly("userTask_sortMail");
        } finally {
            jdbc.sql("alter table acronym_question_away rename to acronym_question")
                    .update();
        }
        assertThat(post.row(letter).why()).isEqualTo("refused");
    }

    @Test
    void mailThatCannotBeKeptHoldsUpNoOther() {
        jdbc.sql("alter table incoming_mail_file rename to incoming_mail_file_away")
                .update();
        Letter unfit = order("technical@elsewhere.example", customer).file("bon.pdf", SamplePdf.plain());
        Letter next = order("technical@elsewhere.example", register.university("nl"));
        try {
            post.send(unfit);
            post.send(next);
            rounds.read();
        } finally {
            jdbc.sql("alter table incoming_mail_file_away rename to incoming_mail_file")
                    .update();
        }
        rounds.sort();

        assertThat(post.row(unfit).why()).isEqualTo("failed");
        assertThat(post.row(unfit).text()).isEmpty();
        assertThat(post.state(next)).isEqualTo("sorted");
    }

    @Test
    void mailServerThatIsAwayHarmsNothing() {
        var away = new IntakeProperties(
                "127.0.0.1",
                1,
                IntakeProperties.Encryption.NONE,
                "u",
                "p",
                "INBOX",
                Duration.ofDays(1),
                Duration.ofDays(1),
                DataSize.ofMegabytes(1),
                1,
                1,
                1,
                Duration.ofDays(1));
        var box = new MailBox(away, clock);

        assertThatThrownBy(() -> box.visit(BoxPosition.BEGINNING, mail -> {})).isInstanceOf(MessagingException.class);
        assertThat(away.isOff()).isFalse();
    }

    private void sortUntroubled() {
        try {
            rounds.sort();
        } catch (RuntimeException table) {
            // the rest of the round needs the table that is away
        }
    }

    private Letter order(String from, String acronym) {
        return Letter.of(
                from,
                "Aanvraag BAMS",
                "Geachte,\nWij willen graag BAMS bestellen voor onze instelling. Groeten, " + acronym);
    }

    private void letWait(String order) {
        waits.begin(
                desk.task(order, "userTask_registerSignedCopies").getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(9), "Copies"));
    }

    private SentMail mailTo(String order, String template) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private List<SentMail> mailsOf(Order order) {
        return correspondence.of(order.number());
    }

    private OrderEvent told(String order, String kind) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(String order) {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }
}
