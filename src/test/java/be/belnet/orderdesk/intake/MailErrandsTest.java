package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.termination.GivenBy;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.Waits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions and notices that customers send by mail, on their way to files of their own. */
@ProcessTest
class MailErrandsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final String ANSWER = "userTask_answerQuestion";
    private static final String LETTER = "userTask_registerLetter";
    private static final String DETERMINE = "userTask_determineMailChange";
    private static final String SORT = "userTask_sortMail";
    private static final String REVIEW = "userTask_reviewNotice";

    @Autowired
    Post post;

    @Autowired
    IntakeRounds rounds;

    @Autowired
    MailOrders mailOrders;

    @Autowired
    TriageDesk triage;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    SupportRequests questions;

    @Autowired
    Terminations terminations;

    @Autowired
    Changes changes;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Waits waits;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void today() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | BAMS: mails blijven hangen | Beste, BAMS werkt niet zoals het moet. Wat kunnen wij doen? | Uw vraag over BAMS is aangekomen | goed ontvangen",
                "fr | BAMS en panne | Bonjour, nous ne recevons plus nos messages avec BAMS. Que pouvons-nous faire ? | Nous avons bien reçu votre question sur BAMS | Merci pour votre message",
                "en | Trouble with BAMS | Hello, BAMS does not work as it should. What are we to do about it? | Your question about BAMS has arrived | Thank you for your mail",
                "de | Problem mit BAMS | Guten Tag, BAMS funktioniert nicht mehr. Was sollen wir tun und wie lange ist das so? | Ihre Frage zu BAMS ist angekommen | Vielen Dank für Ihre Mail"
            })
    void questionOpensItsFileAndIsAcknowledged(
            String language, String subject, String text, String told, String words) {
        String customer = register.university("en");
        byte[] screen = SamplePdf.plain();
        Letter letter = Letter.of(contact(customer), subject, text).file("scherm été.pdf", screen);
        post.take(letter);
        Order file = post.order(letter);

        assertThat(file.kind()).isEqualTo(SupportRequests.KIND);
        assertThat(file.service()).isEqualTo("BAMS");
        assertThat(file.acronym()).isEqualTo(customer);
        assertThat(file.requester().language()).isEqualTo(language);
        assertThat(file.request()).isEqualTo(subject + "\n\n" + text);
        assertThat(desk.openTasks(file.number())).containsExactly(ANSWER);
        assertThat(documents.of(file.number()))
                .singleElement()
                .satisfies(document -> assertThat(documents.content(document)).isEqualTo(screen));
        assertThat(told(file, "mailTaken").facts().get("text")).isEqualTo(text);
        assertThat(told(file, "acronymFound").facts()).containsEntry("by", "ADDRESS");
        assertThat(correspondence.of(file.number())).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("mail-received");
            assertThat(mail.to().email()).isEqualTo(letter.from());
            assertThat(mail.subject()).isEqualTo("[" + file.number() + "] " + told);
            assertThat(mail.text()).contains(words).doesNotContain("acron", "Akronym");
        });
        assertThat(answered(file)).isEqualTo(letter.messageId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Opzegging BAMS | Geachte, wij zeggen BAMS op voor onze instelling. Met vriendelijke groeten | nog geen bevestiging | aangetekende brief",
                "fr | Résiliation BAMS | Madame, nous souhaitons mettre fin à BAMS pour notre école. Cordialement | pas encore une confirmation | lettre recommandée",
                "en | Termination of BAMS | Dear all, we would like to end our contract for BAMS. Kind regards | no confirmation yet | registered letter",
                "de | Kündigung BAMS | Sehr geehrte Damen und Herren, wir kündigen BAMS. Mit freundlichen Grüßen, die IT | noch nicht bestätigt | Einschreiben"
            })
    void noticeOfAContractIsKeptUntilTheLetterIsHere(
            String language, String subject, String text, String noConfirmation, String letterWord) {
        String customer = register.university("en");
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter letter = Letter.of(contact(customer), subject, text).file("brief.pdf", SamplePdf.plain());
        post.take(letter);
        Order file = post.order(letter);

        assertThat(file.kind()).isEqualTo(Terminations.KIND);
        assertThat(file.acronym()).isEqualTo(customer);
        assertThat(desk.openTasks(file.number())).containsExactly(LETTER);
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
        assertThat(terminations.get(file.number())).satisfies(notice -> {
            assertThat(notice.receipt().channel()).isEqualTo(Channel.MAIL);
            assertThat(notice.receipt().receivedOn())
                    .isEqualTo(LocalDate.ofInstant(post.row(letter).receivedAt(), ZoneId.of("Europe/Brussels")));
            assertThat(notice.receipt().postedOn()).isNull();
            assertThat(notice.givenBy()).isEqualTo(GivenBy.CUSTOMER);
        });
        assertThat(terminations.registrants(file.number())).isEmpty();
        assertThat(documents.of(file.number())).hasSize(1);
        List<SentMail> mails = correspondence.of(file.number());
        assertThat(mails).extracting(SentMail::template).containsExactly("mail-received", "letter-needed");
        assertThat(mails).allSatisfy(mail -> assertThat(mail.to().language()).isEqualTo(language));
        assertThat(plain(mails.get(0))).contains(noConfirmation);
        assertThat(plain(mails.get(1))).contains(letterWord);
        assertThat(answered(file)).isEqualTo(letter.messageId());
    }

    @Test
    void noticeInATrialEndsTheServiceByMail() {
        String customer = register.university("nl");
        long id =
                subscribers.mailSecurity(customer, clock.today(), clock.today().plusDays(40));
        Letter letter = notice(customer);
        post.take(letter);

        assertThat(templates(post.order(letter))).containsExactly("mail-received", "notice-confirmed");
        assertThat(subscriptions.get(id).isNoticeGiven()).isTrue();
    }

    @Test
    void noticeInATrialOfWhoIsNoContactIsReviewedFirst() {
        String customer = register.university("nl");
        long id =
                subscribers.mailSecurity(customer, clock.today(), clock.today().plusDays(40));
        Letter letter = Letter.of(student(customer), "Opzegging BAMS", "Geachte, wij zeggen BAMS op. Groeten");
        post.take(letter);
        Order file = post.order(letter);

        assertThat(desk.openTasks(file.number())).containsExactly(REVIEW);
        assertThat(told(file, "noticeJudged").facts()).containsEntry("why", "noContact");
        assertThat(templates(file)).containsExactly("mail-received");
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
        desk.complete(
                file.number(),
                REVIEW,
                "desk1",
                Map.of(
                        "noticeReview",
                        "goOn",
                        "acronym",
                        customer,
                        "receivedOn",
                        clock.today().toString()));
        assertThat(templates(file)).containsExactly("mail-received", "notice-confirmed");
        assertThat(subscriptions.get(id).isNoticeGiven()).isTrue();
    }

    @Test
    void noticeOfAContractOfWhoIsNoContactWaitsForTheLetterToo() {
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter letter = Letter.of(student(customer), "Opzegging BAMS", "Geachte, wij zeggen BAMS op. Groeten");
        post.take(letter);

        assertThat(desk.openTasks(post.order(letter).number())).containsExactly(LETTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beste, wat is de opzegtermijn van BAMS tijdens de proefperiode?",
                "Beste, wij willen BAMS na de proef zeker niet opzeggen.",
                "Beste, BAMS werkt niet. Wij zeggen het contract dan op.",
                "Wir haben eine Frage zu BAMS: Wie lang ist die Kündigungsfrist?"
            })
    void whatMayBeNoNoticeIsAPersonsToReadAndEndsNothing(String text) {
        String customer = register.university("nl");
        long id =
                subscribers.mailSecurity(customer, clock.today(), clock.today().plusDays(40));
        post.take(question(customer));
        List<String> before = post.ordersOf(customer);
        Letter letter = Letter.of(contact(customer), "BAMS", text);

        assertThat(desk.openTasks(post.triage(letter))).containsExactly(SORT);
        assertThat(post.row(letter).why()).isEqualTo("termination");
        assertThat(post.ordersOf(customer)).isEqualTo(before);
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
    }

    @Test
    void answerThatMayGiveNoticeIsAPersonsToRead() {
        Letter question = question(register.university("nl"));
        post.take(question);
        Letter answer = Letter.of(
                        question.from(), "Re: vraag", "Het werkt nog altijd niet. Kunnen wij BAMS opzeggen? Groeten")
                .answering(ofOurs(post.order(question)));

        assertThat(desk.openTasks(post.triage(answer))).containsExactly(SORT);
        assertThat(post.row(answer).why()).isEqualTo("termination");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Wijziging BAMS | Geachte, wij willen BAMS graag uitbreiden naar 500 mailboxen. Met vriendelijke groeten | Uw mail over een wijziging van BAMS is aangekomen | Tot dan wijzigt er niets",
                "fr | BAMS | Bonjour, pourriez-vous ajouter un domaine à notre BAMS ? Merci et cordialement | demande de modification de BAMS | Rien ne change d’ici là",
                "en | More mailboxes | Dear all, please upgrade our BAMS appliance, we now have 700 mailboxes. Kind regards | Your mail about a change of BAMS has arrived | Until then nothing changes",
                "de | Änderung BAMS | Guten Tag, wir möchten BAMS erweitern, und zwar auf die nächste Größe. Mit freundlichen Grüßen | Ihre Mail über eine Änderung von BAMS ist angekommen | Bis dahin ändert sich nichts"
            })
    void changeOpensItsFileAndIsAcknowledged(String language, String subject, String text, String told, String words) {
        String customer = register.university("en");
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter letter = Letter.of(contact(customer), subject, text).file("lijst.pdf", SamplePdf.plain());
        post.take(letter);
        Order file = post.order(letter);

        assertThat(file.kind()).isEqualTo(Changes.KIND);
        assertThat(changes.openFor(id)).contains(file.number());
        assertThat(file.requester().email()).isEqualTo(letter.from());
        assertThat(file.requester().language()).isEqualTo(language);
        assertThat(file.request()).isEqualTo(subject + "\n\n" + text);
        assertThat(desk.openTasks(file.number())).containsExactly(DETERMINE);
        assertThat(documents.of(file.number())).hasSize(1);
        assertThat(told(file, "mailTaken").facts().get("text")).isEqualTo(text);
        assertThat(correspondence.of(file.number())).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("mail-received");
            assertThat(mail.subject()).startsWith("[" + file.number() + "] ").endsWith(told);
            assertThat(plain(mail)).contains(words);
        });
        assertThat(answered(file)).isEqualTo(letter.messageId());
    }

    @Test
    void changeIsOfTheContractThatTheMailNames() {
        String customer = register.university("nl");
        long one = subscribers.mailSecurity(customer, LONG_AGO, null);
        long other = subscribers.mailSecurity(customer, LONG_AGO, null);
        String contract = subscriptions.get(other).agreement().contractNumber();
        Letter letter = Letter.of(
                contact(customer), "BAMS", "Beste, wij willen BAMS uitbreiden, contract %s.".formatted(contract));
        post.take(letter);

        assertThat(changes.openFor(other)).contains(post.order(letter).number());
        assertThat(changes.openFor(one)).isEmpty();
        Letter both = change(customer);
        assertThat(desk.openTasks(post.triage(both))).containsExactly(SORT);
        assertThat(post.row(both).why()).isEqualTo("severalContracts");
    }

    @Test
    void changeThatCannotBeginIsAPersonsToSort() {
        String none = register.university("nl");
        String ending = register.university("nl");
        subscribers.mailSecurity(ending, LONG_AGO, null);
        post.take(notice(ending));
        String changing = register.university("nl");
        subscribers.mailSecurity(changing, LONG_AGO, null);
        Letter first = change(changing);
        post.take(first);
        Letter second = Letter.of(first.from(), "BAMS", "Beste, graag ook minder mailboxen voor BAMS op de campus.");
        Letter foreign = Letter.of(
                "somebody@elsewhere.example", "Wijziging BAMS", "BAMS uitbreiden. Ons acroniem is " + changing);

        assertThat(List.of(change(none), change(ending), second, foreign))
                .extracting(letter -> {
                    post.triage(letter);
                    return post.row(letter).why();
                })
                .containsExactly("nothingToChange", "notNow", "changeUnderWay", "foreignChange");
        assertThat(post.ordersOf(none)).isEmpty();
        assertThat(post.ordersOf(changing)).containsExactly(post.order(first).number());
        String number = post.row(second).triage();
        desk.complete(
                number,
                SORT,
                "desk1",
                Map.of(
                        "mailOutcome",
                        "addToOrder",
                        "orderNumber",
                        triage.of(number).order()));
        assertThat(post.order(second)).isEqualTo(post.order(first));
    }

    @Test
    void changeThatMayBeAnOrderOrANoticeIsAPersonsToSort() {
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter order = Letter.of(contact(customer), "BAMS", "Wij willen 200 extra mailboxen bestellen voor BAMS.");
        Letter end = Letter.of(contact(customer), "BAMS", "Wij zeggen BAMS op, of kunnen we nog verkleinen?");

        assertThat(List.of(order, end))
                .extracting(letter -> {
                    post.triage(letter);
                    return post.row(letter).why();
                })
                .containsExactly("change", "unclear");
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @Test
    void technicalQuestionAboutCertificatesGoesToTheAuthority() {
        String customer = register.university("fr");
        Letter letter = Letter.of(
                contact(customer),
                "DCS",
                "Bonjour, nous avons un problème avec DCS, numéro de commande : 123456789. Merci");
        post.take(letter);
        Order file = post.order(letter);

        assertThat(questions.get(file.number()).certificateOrder()).isEqualTo("123456789");
        assertThat(templates(file)).containsExactly("mail-received", "support-ticket");
        assertThat(file.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(correspondence.of(file.number()).get(1).text()).contains("NREN Belnet -Géant 123456789");
    }

    @Test
    void questionAboutAnInvoiceStaysAtTheServiceDesk() {
        String customer = register.university("nl");
        Letter letter = Letter.of(
                contact(customer), "DCS", "Beste, wij hebben een vraag over de factuur van DCS: ze lijkt ons fout.");
        post.take(letter);

        assertThat(desk.openTasks(post.order(letter).number())).containsExactly(ANSWER);
        assertThat(questions.get(post.order(letter).number()).topic().code()).isEqualTo("invoice");
    }

    @Test
    void askerWithoutAnAcronymIsAskedForItInTheAcknowledgement() {
        Letter letter =
                Letter.of("someone@stranger.example", "BAMS", "Dag, BAMS werkt niet en wij weten niet waarom. Groeten");
        post.take(letter);
        Order file = post.order(letter);
        String customer = register.university("nl");
        assertThat(plain(correspondence.of(file.number()).get(0))).contains("voor welke organisatie schrijft u");
        Letter answer =
                Letter.of(letter.from(), "Re: uw vraag", "Dat is " + customer).answering(ofOurs(file));
        post.take(answer);

        assertThat(post.row(answer).order()).isEqualTo(file.number());
        assertThat(orders.get(file.number()).acronym()).isEqualTo(customer);
        assertThat(templates(file)).containsExactly("mail-received");
    }

    @Test
    void sameMailOpensOneFileHoweverOftenAndOnHoweverManyNodes() throws Exception {
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter question = question(customer);
        Letter notice = notice(customer);
        String changing = register.university("nl");
        long id = subscribers.mailSecurity(changing, LONG_AGO, null);
        Letter change = change(changing);
        for (int copy = 0; copy < 3; copy++) {
            post.send(question);
            post.send(change);
            post.send(notice);
        }
        assertThat(AtOnce.run(4, rounds::look)).isEmpty();
        post.send(question);
        post.take(notice);
        post.take(change.again());
        post.forgetPosition();
        rounds.look();

        assertThat(post.ordersOf(changing)).containsExactly(post.order(change).number());
        assertThat(changes.openFor(id)).contains(post.order(change).number());
        assertThat(templates(post.order(change))).containsExactly("mail-received");
        assertThat(post.ordersOf(customer))
                .containsExactlyInAnyOrder(
                        post.order(question).number(), post.order(notice).number());
        assertThat(templates(post.order(question))).containsExactly("mail-received");
        assertThat(templates(post.order(notice))).containsExactly("mail-received", "letter-needed");
        assertThat(events(post.order(notice))).filteredOn("mailTaken"::equals).hasSize(1);
    }

    @Test
    void mailThatIsOpenedTwiceIsAcknowledgedOnce() {
        Letter letter = question(register.university("nl"));
        post.take(letter);
        Order file = post.order(letter);
        String again = transactions.execute(
                open -> mailOrders.open(post.row(letter), MailKind.SUPPORT, "BAMS", file.acronym(), null, "desk1"));

        assertThat(again).isEqualTo(file.number());
        assertThat(templates(file)).containsExactly("mail-received");
    }

    @Test
    void sameWordsOfSomebodyElseAreAnotherQuestion() {
        String customer = register.university("nl");
        Letter letter = question(customer);
        post.take(letter);
        Letter other = Letter.of(
                "signatory@%s.example".formatted(customer.toLowerCase(Locale.ROOT)), letter.subject(), letter.text());
        post.take(other);

        assertThat(post.order(other)).isNotEqualTo(post.order(letter));
    }

    @Test
    void sameWordsOnceMoreJoinTheFile() {
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter question = question(customer);
        Letter notice = notice(customer);
        post.take(question);
        post.take(notice);
        desk.runJobs(post.order(notice).number());
        List<Letter> echoes = List.of(
                question.again(),
                notice.again(),
                Letter.of(question.from(), "FW: " + question.subject(), question.text()));
        echoes.forEach(post::take);

        assertThat(echoes)
                .extracting(echo -> post.row(echo).order())
                .containsExactly(
                        post.order(question).number(),
                        post.order(notice).number(),
                        post.order(question).number());
        assertThat(post.ordersOf(customer)).hasSize(2);
        assertThat(templates(post.order(question))).containsExactly("mail-received");
        Letter another =
                Letter.of(question.from(), "BAMS", "Beste, sinds vandaag hebben wij nog een probleem met BAMS.");
        post.take(another);
        assertThat(post.order(another)).isNotEqualTo(post.order(question));
    }

    @Test
    void noticeOfSomebodyElseIsAPersonsToJudge() {
        String customer = register.university("nl");
        long id =
                subscribers.mailSecurity(customer, clock.today(), clock.today().plusDays(40));
        Letter letter = Letter.of(
                "somebody@elsewhere.example", "Opzegging BAMS", "Wij zeggen BAMS op. Ons acroniem is " + customer);
        String number = post.triage(letter);

        assertThat(post.row(letter).why()).isEqualTo("foreignNotice");
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
        desk.complete(
                number,
                SORT,
                "desk1",
                Map.of("mailOutcome", "termination", "mailService", "BAMS", "acronym", customer));
        assertThat(terminations.registrants(post.order(letter).number())).containsExactly("desk1");
    }

    @ParameterizedTest
    @CsvSource({"BAMS werkt niet., support", "Wij zeggen BAMS op., termination"})
    void senderWhoCannotBeAnsweredOpensNothing(String text, String kind) {
        String customer = register.university("nl");
        register.giveMailDomain(customer, customer.toLowerCase(Locale.ROOT) + ".test");
        Letter letter = Letter.of("who(ever)@%s.test".formatted(customer.toLowerCase(Locale.ROOT)), "BAMS", text);
        post.send("""
                From: %s
                To: servicedesk@belnet.be
                Subject: BAMS
                Message-ID: %s
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(letter.from(), letter.messageId(), text));
        rounds.look();
        String number = post.row(letter).triage();

        assertThat(post.row(letter).why()).isEqualTo("refused");
        Map<String, Object> answers = Map.of("mailOutcome", kind, "mailService", "BAMS", "acronym", customer);
        assertThatThrownBy(() -> desk.submit(number, SORT, "desk1", answers))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(Refusal::messageKey)
                        .containsExactly("form.error.mailStartsNothing"));
        assertThat(post.ordersOf(customer)).isEmpty();
    }

    @Test
    void answerToAnOpenQuestionGoesToItsFile() {
        Letter question = question(register.university("nl"));
        post.take(question);
        String file = post.order(question).number();
        letWait(file, ANSWER);
        Letter byThread = Letter.of("colleague@elsewhere.example", "Re: vraag", "Het scherm zit erbij.")
                .answering(ofOurs(post.order(question)))
                .file("scherm.pdf", SamplePdf.plain());
        Letter byNumber = Letter.of(question.from(), "RE: [" + file + "] Uw vraag", "En nog iets: BAMS werkt niet.");
        post.take(byThread);
        post.take(byNumber);

        assertThat(List.of(byThread, byNumber))
                .allSatisfy(answer -> assertThat(post.row(answer).order()).isEqualTo(file));
        assertThat(waits.at(file, ANSWER)).isEmpty();
        assertThat(documents.of(file)).hasSize(1);
        assertThat(events(post.order(question))).filteredOn("mailTaken"::equals).hasSize(3);
        assertThat(templates(post.order(question))).containsExactly("mail-received");
    }

    @Test
    void answerToANoticeGoesToItsFileAlthoughItSpeaksOfTheEnd() {
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Letter notice = notice(customer);
        post.take(notice);
        String file = post.order(notice).number();
        letWait(file, LETTER);
        Letter answer = Letter.of(
                        notice.from(), "Re: BAMS beëindigen", "De opzegging van BAMS is aangetekend verstuurd.")
                .answering(correspondence.of(file).get(1).messageId());
        post.take(answer);

        assertThat(post.row(answer).order()).isEqualTo(file);
        assertThat(waits.at(file, LETTER)).isEmpty();
        assertThat(post.ordersOf(customer)).containsExactly(file);
    }

    @Test
    void answerThatNobodyWouldReadIsAPersonsToSort() {
        notices.spring();
        String customer = register.university("nl");
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of("contactEmail", contact(customer)));
        Letter answer = Letter.of(contact(customer), "Re: bevestiging", "Wij blijven toch liever klant.")
                .answering(correspondence.of(file).get(0).messageId());
        String number = post.triage(answer);

        assertThat(post.row(answer).why()).isEqualTo("nobodyReads");
        desk.complete(number, SORT, "desk1", Map.of("mailOutcome", "addToOrder", "orderNumber", file));
        assertThat(post.row(answer).order()).isEqualTo(file);
        Letter unclear = Letter.of(contact(customer), "BAMS", "Beste, nog iets over BAMS.");
        assertThat(desk.openTasks(post.triage(unclear))).containsExactly(SORT);
    }

    @Test
    void answerToAClosedFileIsAPersonsToSort() {
        Letter question = question(register.university("nl"));
        post.take(question);
        Order file = post.order(question);
        desk.complete(
                file.number(), ANSWER, "desk1", Map.of("supportDecision", "answer", "answer", "Start opnieuw op."));
        assertThat(orders.get(file.number()).state()).isEqualTo(OrderState.COMPLETED);
        Letter answer =
                Letter.of(question.from(), "Re: antwoord", "Dat hielp niet.").answering(ofOurs(file));

        assertThat(desk.openTasks(post.triage(answer))).containsExactly(SORT);
        assertThat(post.row(answer).why()).isEqualTo("closed");
        Letter empty = Letter.of(question.from(), "", "").answering(ofOurs(file));
        desk.complete(
                post.triage(empty),
                SORT,
                "desk1",
                Map.of("mailOutcome", "support", "mailService", "BAMS", "acronym", file.acronym()));
        assertThat(post.order(empty).request()).isEqualTo("–");
        Letter notice = notice(register.university("nl"));
        post.take(notice);
        process.withdraw(post.order(notice).number(), "They stay");
        desk.runJobs(post.order(notice).number());
        Letter late = Letter.of(notice.from(), "Re: BAMS", "Wat nu?").answering(ofOurs(post.order(notice)));
        assertThat(desk.openTasks(post.triage(late))).containsExactly(SORT);
        assertThat(post.row(late).why()).isEqualTo("closed");
    }

    @Test
    void answeringMachineWithoutAnySignOfOneIsAnsweredOnce() {
        String customer = register.university("nl");
        Letter question = question(customer);
        post.take(question);
        Order file = post.order(question);
        for (int round = 0; round < 3; round++) {
            for (SentMail mail : correspondence.of(file.number())) {
                post.take(Letter.of(question.from(), "Afwezig: " + mail.subject(), "Ik ben er niet. BAMS werkt niet."));
            }
        }

        assertThat(post.ordersOf(customer)).containsExactly(file.number());
        assertThat(templates(file)).containsExactly("mail-received");
    }

    private Letter question(String customer) {
        return Letter.of(
                contact(customer), "Vraag over BAMS", "Beste, BAMS werkt niet voor een van onze domeinen. Groeten");
    }

    private Letter change(String customer) {
        return Letter.of(contact(customer), "Wijziging BAMS", "Geachte, wij willen BAMS uitbreiden. Groeten");
    }

    private Letter notice(String customer) {
        return Letter.of(contact(customer), "Opzegging BAMS", "Geachte, wij zeggen BAMS op. Met vriendelijke groeten");
    }

    /** At the customer's mail domain, but no contact of it. */
    private String student(String customer) {
        String domain = customer.toLowerCase(Locale.ROOT) + ".test";
        register.giveMailDomain(customer, domain);
        return "student@students." + domain;
    }

    private static String contact(String customer) {
        return "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
    }

    /** Message-ID of the first mail that we wrote about it. */
    private String ofOurs(Order file) {
        return correspondence.of(file.number()).get(0).messageId();
    }

    private void letWait(String file, String task) {
        waits.begin(
                desk.task(file, task).getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(9), "Answer"));
    }

    /** What the first mail about a file answers to. */
    private String answered(Order file) {
        return jdbc.sql("select in_reply_to from correspondence where order_number = ? order by id limit 1")
                .param(file.number())
                .query(String.class)
                .single();
    }

    private static String plain(SentMail mail) {
        return mail.text().replaceAll("\\s+", " ");
    }

    private List<String> templates(Order file) {
        return correspondence.of(file.number()).stream().map(SentMail::template).toList();
    }

    private OrderEvent told(Order file, String kind) {
        return orders.events(file.number()).stream()
                .filter(event -> event.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(Order file) {
        return orders.events(file.number()).stream().map(OrderEvent::kind).toList();
    }
}
