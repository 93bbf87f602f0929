package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.SamplePdf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails byte for byte as Thunderbird, Outlook and Gmail write them, from SMTP to the order, with all that follows them. */
@OrderdeskTest
class MailClientsTest {
    private static final byte[] FORM = SamplePdf.plain();

    @Autowired
    Post post;

    @Autowired
    IntakeRounds rounds;

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
    JdbcClient jdbc;

    private String customer;

    @BeforeEach
    void customer() {
        customer = register.university("en");
    }

    @AfterEach
    void emptyTheBox() {
        post.empty();
    }

    @Test
    void dutchMailOfThunderbirdBecomesOneOrder() {
        String id = "<%s@hogeschool.example>".formatted(UUID.randomUUID());
        String mail = thunderbird(id);
        post.send(mail);
        rounds.look();
        Order order = post.order(id);

        assertThat(order.service()).isEqualTo("BAMS");
        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().name()).isEqualTo("Diensthoofd ICT – Financiën");
        assertThat(order.requester().language()).isEqualTo("nl");
        assertThat(order.request())
                .isEqualTo("Aanvraag BAMS – beveiliging van onze e-mail\n\nGeachte mevrouw, geachte heer,\n\n"
                        + "Wij willen graag BAMS bestellen voor onze instelling, met een proefperiode voor de diensten"
                        + " Financiën en Personeel. Ons acroniem is " + customer
                        + ".\n\nMet vriendelijke groeten\n\n-- \nDienst ICT");
        assertThat(files(order)).hasSize(1).first().isEqualTo(FORM);
        echoed(
                order,
                mail,
                id,
                "Doorgestuurd bericht",
                "Fwd: ",
                "Op 12-11-2026 om 10:01 schreef Dienst ICT:",
                "Afwezig: ");
    }

    @Test
    void frenchMailOfOutlookBecomesOneOrder() {
        String id = "<AS8PR%s@AS8PR.eurprd.example>".formatted(UUID.randomUUID());
        String mail = outlook(id);
        post.send(mail);
        rounds.look();
        Order order = post.order(id);

        assertThat(order.service()).isEqualTo("DCS");
        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().name()).isEqualTo("Responsable réseau, Géomatique");
        assertThat(order.requester().language()).isEqualTo("fr");
        assertThat(order.request())
                .startsWith("Demande d’adhésion : service DCS – certificats numériques de l’université")
                .contains("Nous souhaitons souscrire à DCS", "nos serveurs – tous", "signés : le contrat")
                .doesNotContain("=E9", "<p", "MsoNormal");
        assertThat(files(order))
                .as("the picture in the signature is none")
                .hasSize(1)
                .first()
                .isEqualTo(FORM);
        assertThat(told(order)).contains("domaines à protéger.xlsx (notPdf)");
        echoed(order, mail, id, "Message d'origine", "TR: ", "De : Responsable", "Réponse automatique : ");
    }

    @Test
    void dutchMailOfGmailBecomesOneOrder() {
        String id = "<CA+%s@mail.gmail.com>".formatted(UUID.randomUUID());
        String mail = gmail(id, "Ons acroniem is " + customer + ".");
        post.send(mail);
        rounds.look();
        Order order = post.order(id);

        assertThat(order.acronym()).isEqualTo(customer);
        assertThat(order.requester().language()).isEqualTo("nl");
        assertThat(order.request()).contains("wij zouden graag BAMS aanvragen voor één domein");
        assertThat(files(order)).hasSize(1).first().isEqualTo(FORM);
        echoed(
                order,
                mail,
                id,
                "Forwarded message",
                "Fwd: ",
                "Op do 12 nov 2026 om 10:01 schreef ICT:",
                "Automatisch antwoord: ");
    }

    @Test
    void mailWithoutAnAcronymGetsOnePoliteAnswerInItsLanguageWhateverFollows() {
        String id = "<CA+%s@mail.gmail.com>".formatted(UUID.randomUUID());
        String sender = "ict-%s@gmail.example".formatted(UUID.randomUUID());
        String mail = gmail(id, "Laat maar iets weten.").replace("ict@hogeschool.example", sender);
        post.send(mail);
        rounds.look();
        Order order = post.order(id);
        String question = correspondence.of(order.number()).get(0).messageId();
        for (int round = 0; round < 2; round++) {
            post.send(mail);
            post.take(Letter.of(sender, "Re: Uw acroniem", "Wij vragen het na.").answering(question));
            post.take(Letter.of(sender, "Afwezig: Uw acroniem", "Ik ben met verlof.")
                    .answering(question)
                    .with("Auto-Submitted", "auto-replied"));
            post.take(Letter.of(
                    sender, "Aanvraag BAMS", "Beste, wij zouden graag BAMS aanvragen. Met vriendelijke groeten"));
        }

        assertThat(orders.get(order.number()).acronym()).isNull();
        assertThat(correspondence.of(order.number())).singleElement().satisfies(answer -> {
            assertThat(answer.template()).isEqualTo("ask-acronym");
            assertThat(answer.to().email()).isEqualTo(sender);
            assertThat(answer.text()).contains("Dank u voor uw aanvraag", "alstublieft", "acroniem");
        });
        assertThat(jdbc.sql("select count(*) from service_order where requester_email = ?")
                        .param(sender)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void mailOfTwentyFiveMegabytesHoldsUpNoOther() {
        Letter large = Letter.of("scan@hogeschool.example", "Bestelling BAMS", "Wij bestellen BAMS voor " + customer)
                .file("scan.pdf", new byte[18 * 1024 * 1024]);
        post.send(large);
        String id = "<%s@hogeschool.example>".formatted(UUID.randomUUID());
        post.send(thunderbird(id));
        rounds.look();

        assertThat(post.row(large).why()).isEqualTo("tooLarge");
        assertThat(desk.openTasks(post.row(large).triage())).containsExactly("userTask_sortMail");
        assertThat(post.order(id).acronym()).isEqualTo(customer);
    }

    @Test
    void brokenMailsAreReadOrPutBeforeAPerson() {
        List<String> broken = List.of(
                "Content-Type: multipart/mixed; boundary=never\n\nWij bestellen BAMS, acroniem %s",
                "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\nWij bestellen BAMS, acroniem %s",
                "Content-Type: text/plain; charset=no-such\n\nWij bestellen BAMS, acroniem %s",
                "Content-Type: text/plain\nContent-Transfer-Encoding: x-unknown\n\nWij bestellen BAMS, acroniem %s",
                "Content-Type: text/plain; charset\n\nWij bestellen BAMS, acroniem %s",
                "Subject: =?utf-8?B?Wij bestellen?=\nContent-Type: nonsense\n\nWij bestellen BAMS, acroniem %s",
                "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding:"
                        + " quoted-printable\n\n<p>Wij bestellen BAMS, acroniem %s =ZZ=\n--b--",
                "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nWij bestellen BAMS, acroniem %s\n--c\nContent-Type:"
                        + " application/pdf; name=x.pdf\nContent-Transfer-Encoding: base64\n\n%%%%not base64%%%%\n--c--");
        List<String> customers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String one : broken) {
            String id = "<%s@broken.example>".formatted(UUID.randomUUID());
            String acronym = register.university("nl");
            customers.add(acronym);
            ids.add(id);
            post.send("From: ict@hogeschool.example\nTo: servicedesk@belnet.be\nMessage-ID: " + id + "\n"
                    + one.formatted(acronym));
        }
        rounds.look();

        for (int mail = 0; mail < ids.size(); mail++) {
            Order order = post.order(ids.get(mail));
            assertThat(order.acronym()).as(broken.get(mail)).isEqualTo(customers.get(mail));
            assertThat(files(order)).isEmpty();
        }
    }

    @Test
    void twoHundredMailsOfSpamLeaveTheOrderAmongThem() {
        List<Letter> spam = IntStream.range(0, 200)
                .mapToObj(
                        number -> Letter.of(
                                "offer%d@%s.example".formatted(number, UUID.randomUUID()),
                                "Cheap SSL certificates and email security",
                                "Dear customer, order now: mail security and wildcard certificates from 9.99. Unsubscribe here."))
                .toList();
        int tasks = triaged();
        post.sendAll(spam.subList(0, 100));
        String id = "<%s@hogeschool.example>".formatted(UUID.randomUUID());
        post.send(thunderbird(id));
        post.sendAll(spam.subList(100, 200));
        for (int round = 0; round < 6; round++) {
            rounds.look();
        }

        assertThat(spam).allSatisfy(letter -> assertThat(post.state(letter)).isEqualTo("passed"));
        assertThat(post.order(id).acronym()).isEqualTo(customer);
        assertThat(triaged()).isEqualTo(tasks);
        assertThat(post.isSeen(spam.get(0))).isFalse();
    }

    /**
     * What comes after a mail that became an order: the same once more, passed on and answered as its program does, and what
     * machines make of it.
     */
    private void echoed(
            Order order, String mail, String id, String passedOn, String forward, String wrote, String away) {
        int mails = correspondence.of(order.number()).size();
        String subject = order.request().lines().findFirst().orElseThrow();
        String words = order.request().substring(subject.length()).strip();
        post.send(mail);
        post.send(mail);
        post.take(Letter.of(
                "collega@hogeschool.example",
                forward + subject,
                "Ter info.\n\n-------- %s --------\n%s".formatted(passedOn, words)));
        post.take(Letter.of("collega@hogeschool.example", "RE: " + subject, "Akkoord.\n\n" + wrote + "\n> " + words)
                .answering(id));
        post.take(Letter.of("ict@hogeschool.example", away + subject, "Tot maandag.\n\n" + words)
                .answering(id)
                .with("Auto-Submitted", "auto-generated")
                .with("X-Auto-Response-Suppress", "All"));
        post.take(Letter.of("ict@hogeschool.example", away + "[" + order.number() + "] " + subject, words)
                .with("Auto-Submitted", "auto-replied (vacation)"));

        assertThat(post.ordersOf(customer)).containsExactly(order.number());
        assertThat(correspondence.of(order.number())).hasSize(mails);
        assertThat(orders.events(order.number()))
                .extracting(OrderEvent::kind)
                .filteredOn("mailTaken"::equals)
                .as("itself, passed on, answered")
                .hasSize(3);
    }

    private String thunderbird(String id) {
        return """
                Message-ID: %s
                Date: Thu, 12 Nov 2026 10:01:12 +0100
                MIME-Version: 1.0
                User-Agent: Mozilla Thunderbird
                Content-Language: nl
                To: servicedesk@belnet.be
                From: =?UTF-8?Q?Diensthoofd_ICT_=E2=80=93_Financi=C3=ABn?=
                 <ict@hogeschool.example>
                Organization: Hogeschool
                Subject: =?UTF-8?Q?Aanvraag_BAMS_=E2=80=93_beveiliging_van?=
                 =?UTF-8?Q?_onze_e-mail?=
                Content-Type: multipart/mixed; boundary="------------0qVt7nMx"

                This is a multi-part message in MIME format.
                --------------0qVt7nMx
                Content-Type: text/plain; charset=UTF-8; format=flowed
                Content-Transfer-Encoding: 8bit

                Geachte mevrouw, geachte heer,

                Wij willen graag BAMS bestellen voor onze instelling, met een@
                proefperiode voor de diensten Financiën en Personeel. Ons acroniem is@
                %s.

                Met vriendelijke groeten

                --@
                Dienst ICT

                --------------0qVt7nMx
                Content-Type: application/pdf; name*0="bestelbon voor de beveiliging van onze m";
                 name*1="ail.pdf"
                Content-Disposition: attachment; filename*=UTF-8''bestelbon%%20%%C3%%A9t%%C3%%A9.pdf
                Content-Transfer-Encoding: base64

                %s
                --------------0qVt7nMx--
                """.replace("@\n", " \n").formatted(id, customer, base64(FORM));
    }

    private String outlook(String id) {
        return """
                Received: from AS8PR.eurprd.example ([fe80::1]) by AS8PR.eurprd.example
                 with mapi id 15.20.9000; Thu, 12 Nov 2026 09:01:12 +0000
                From: =?iso-8859-1?Q?Responsable_r=E9seau=2C_G=E9omatique?= <ict@hogeschool.example>
                To: Belnet Service Desk <servicedesk@belnet.be>
                Subject: =?Windows-1252?Q?Demande_d=92adh=E9sion_:_service_DCS_=96_certificats_n?=
                 =?Windows-1252?Q?um=E9riques_de_l=92universit=E9?=
                Thread-Topic: Demande
                Thread-Index: AQHbNN2lMpZ1kFv6jE2mXYZ0abcd==
                Date: Thu, 12 Nov 2026 09:01:12 +0000
                Message-ID: %s
                Accept-Language: fr-BE, en-US
                Content-Language: fr-BE
                X-MS-Has-Attach: yes
                X-MS-TNEF-Correlator:
                x-ms-exchange-messagesentrepresentingtype: 1
                MIME-Version: 1.0
                Content-Type: multipart/mixed;
                	boundary="_006_AS8PR_"

                --_006_AS8PR_
                Content-Type: multipart/related;
                	boundary="_005_AS8PR_"; type="multipart/alternative"

                --_005_AS8PR_
                Content-Type: multipart/alternative;
                	boundary="_000_AS8PR_"

                --_000_AS8PR_
                Content-Type: text/plain; charset="Windows-1252"
                Content-Transfer-Encoding: quoted-printable

                Bonjour,

                Nous souhaitons souscrire =E0 DCS pour nos serveurs =96 tous ceux de l=92uni=
                versit=E9. Notre acronyme est %s. Vous trouverez ci-joints, sign=E9s : le contr=
                at et la liste des domaines.

                Cordialement
                [cid:image001.png@01DB34DD]

                --_000_AS8PR_
                Content-Type: text/html; charset="Windows-1252"
                Content-Transfer-Encoding: quoted-printable

                <html><body><p class=3D"MsoNormal">Bonjour</p></body></html>

                --_000_AS8PR_--

                --_005_AS8PR_
                Content-Type: image/png; name="image001.png"
                Content-Description: image001.png
                Content-Disposition: inline; filename="image001.png"; size=68
                Content-ID: <image001.png@01DB34DD>
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==

                --_005_AS8PR_--

                --_006_AS8PR_
                Content-Type: application/pdf; name="=?iso-8859-1?Q?contrat_sign=E9.pdf?="
                Content-Description: =?iso-8859-1?Q?contrat_sign=E9.pdf?=
                Content-Disposition: attachment;
                	filename="=?iso-8859-1?Q?contrat_sign=E9.pdf?="; size=1000;
                	creation-date="Thu, 12 Nov 2026 09:00:00 GMT"
                Content-Transfer-Encoding: base64

                %s
                --_006_AS8PR_
                Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
                	name="=?iso-8859-1?Q?domaines_=E0_prot=E9ger.xlsx?="
                Content-Disposition: attachment;
                	filename="=?iso-8859-1?Q?domaines_=E0_prot=E9ger.xlsx?="
                Content-Transfer-Encoding: base64

                UEsDBAoAAAAAAA==

                --_006_AS8PR_--
                """.formatted(id, customer, base64(FORM));
    }

    private String gmail(String id, String last) {
        return """
                MIME-Version: 1.0
                From: ICT <ict@hogeschool.example>
                Date: Thu, 12 Nov 2026 10:01:12 +0100
                Message-ID: %s
                Subject: Aanvraag BAMS
                To: servicedesk@belnet.be
                Content-Type: multipart/mixed; boundary="0000000000001a2b3c"

                --0000000000001a2b3c
                Content-Type: multipart/alternative; boundary="0000000000001a2b3b"

                --0000000000001a2b3b
                Content-Type: text/plain; charset="UTF-8"
                Content-Transfer-Encoding: base64

                %s
                --0000000000001a2b3b
                Content-Type: text/html; charset="UTF-8"
                Content-Transfer-Encoding: quoted-printable

                <div dir=3D"ltr">Beste,<br></div>

                --0000000000001a2b3b--
                --0000000000001a2b3c
                Content-Type: application/pdf; name="bestelbon.pdf"
                Content-Disposition: attachment; filename="bestelbon.pdf"
                Content-Transfer-Encoding: base64
                Content-ID: <f_m3ab1>
                X-Attachment-Id: f_m3ab1

                %s
                --0000000000001a2b3c--
                """.formatted(
                        id,
                        base64(("Beste,\r\n\r\nwij zouden graag BAMS aanvragen voor één domein. " + last
                                        + "\r\n\r\nMet vriendelijke groeten\r\n")
                                .getBytes(StandardCharsets.UTF_8)),
                        base64(FORM));
    }

    private static String base64(byte[] content) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
    }

    private List<byte[]> files(Order order) {
        return documents.of(order.number()).stream().map(documents::content).toList();
    }

    private String told(Order order) {
        return orders.events(order.number()).stream()
                .filter(event -> event.kind().equals("mailTaken"))
                .findFirst()
                .orElseThrow()
                .facts()
                .get("text");
    }

    private int triaged() {
        return jdbc.sql("select count(distinct triage_number) from incoming_mail")
                .query(Integer.class)
                .single();
    }
}
