package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.Challenge.DnsRecord;
import be.belnet.orderdesk.dcs.DomainLinks.Pass;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers are written about their domains. */
@OrderdeskTest
class DomainMailsTest {
    private static final Pattern TOKEN = Pattern.compile("/domains/([A-Za-z0-9_-]+)\\s");

    @Autowired
    DomainMails mails;

    @Autowired
    CertificateDomains domains;

    @Autowired
    ControlProofs proofs;

    @Autowired
    DomainLinks links;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    @Autowired
    Correspondence correspondence;

    @Autowired
    TestClock clock;

    private String first;
    private String second;

    @AfterEach
    void clockIsRight() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | verhuizen naar Sectigo | van DigiCert naar Sectigo | niet ingetrokken | nieuwe in de interface | factuur verandert niet",
                "fr | passent à Sectigo | de DigiCert à Sectigo | pas révoqués | de nouveaux dans l’interface | facture ne change pas",
                "en | move to Sectigo | from DigiCert to Sectigo | not revoked | make new ones in the interface | invoice does not change",
                "de | ziehen um zu Sectigo | von DigiCert zu Sectigo | nicht widerrufen | neue in der Oberfläche | Rechnung ändert sich nicht"
            })
    void whoMovesIsToldAllOfIt(String language, String subject, String move, String stay, String anew, String invoice) {
        String file = file("migration", language);
        mails.tell(file, "DigiCert");

        assertThat(lastMail(file).to().role()).isEqualTo("technical");
        assertThat(lastMail(file).subject()).contains(subject);
        assertThat(lastMail(file).attachments()).containsExactly("records.csv", "records.zone");
        assertThat(words(file))
                .contains(
                        move,
                        stay,
                        anew,
                        invoice,
                        first,
                        "*." + second,
                        "https://www.belnet.be/",
                        SectigoDesk.INTERFACE)
                .contains("Domain Control Validation, DCV");
        assertThat(words(file).split(Pattern.quote("*." + first), -1)).hasSize(1);
        assertThat(links.check(token(file))).contains(new Pass(file, false));
    }

    @ParameterizedTest
    @CsvSource({"nl, verhuis", "fr, passe", "en, move", "de, zieh"})
    void whoStaysHearsNothingOfAMove(String language, String move) {
        String file = file("validation", language);
        mails.tell(file, null);

        assertThat(words(file)).contains("Sectigo", first, second).doesNotContain(move, "DigiCert", "null");
    }

    @Test
    void reminderNamesWhatWaitsForTheCustomer() {
        String file = file("migration", "en");
        domains.keepValidity(domains.get(file, 1), LocalDate.of(2027, 6, 12));
        domains.enter(domains.get(file, 1), State.VALIDATED);
        mails.remind(file);

        assertThat(words(file)).contains(first, "Done so far: 1 of 2 domains").doesNotContain(second);
        assertThat(lastMail(file).attachments()).hasSize(2);
        assertThat(links.check(token(file))).contains(new Pass(file, false));
    }

    @Test
    void nobodyIsRemindedOfWhatWaitsForOthers() {
        String file = file("migration", "en");
        domains.of(file).forEach(domain -> domains.enter(domain, State.SUBMITTED));
        mails.remind(file);

        assertThat(correspondence.of(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nl, gevalideerd tot 12 juni 2027, zonder",
        "fr, validé jusqu’au 12 juin 2027, sans",
        "en, validated until 12 June 2027, without",
        "de, validiert bis 12. Juni 2027, ohne"
    })
    void confirmationNamesWhatWasLeftOut(String language, String validated, String without) {
        String file = file("migration", language);
        domains.enter(domains.get(file, 0), State.GIVEN_UP);
        domains.keepValidity(domains.get(file, 1), LocalDate.of(2027, 6, 12));
        domains.keepWildcard(domains.get(file, 1), Wildcard.DECLINED);
        domains.enter(domains.get(file, 1), State.VALIDATED);
        mails.confirm(file);

        assertThat(words(file))
                .contains(validated + ", " + without + " *." + second)
                .contains("- " + first + " ");
    }

    /** Whoever decided on it was promised that the customer reads why; other notes are not for the customer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Weggelaten, zonder certificaten van Sectigo | antwoord dan op deze mail:",
                "fr | Laissés de côté, sans certificats de Sectigo | répondez à ce message ?:",
                "en | Left out, without certificates of Sectigo | reply to this mail:",
                "de | Weggelassen, ohne Zertifikate von Sectigo | antworten Sie auf diese Mail:"
            })
    void domainThatWasGivenUpIsNamedWithTheReasonThatIsTheCustomers(String language, String left, String after) {
        String file = file("migration", language);
        orders.record(
                file,
                "domainGivenUp",
                Map.of("domain", first, "reason", "It is registered by nobody.", "readBy", "customer"));
        orders.record(file, "domainGivenUp", Map.of("domain", second, "reason", "They never answer."));
        domains.of(file).forEach(domain -> domains.enter(domain, State.GIVEN_UP));
        mails.confirm(file);

        assertThat(words(file))
                .contains(left)
                .containsPattern(after + " - " + first + " ?: It is registered by nobody\\. - " + second + " ")
                .doesNotContain("They never answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Sectigo aanvaardt deze wildcards niet | Zonder wildcard | wenste",
                "fr | Sectigo n’accepte pas ces wildcards | Sans wildcard | souhaité",
                "en | Sectigo does not accept these wildcards | Without their wildcard | wished",
                "de | Sectigo nimmt diese Wildcards nicht an | Ohne Wildcard | wünschten"
            })
    void wildcardThatTheAuthorityRefusedIsNoWishOfTheCustomer(
            String language, String refused, String without, String wish) {
        String file = file("migration", language);
        domains.keepWildcard(domains.get(file, 0), Wildcard.DECLINED);
        domains.enter(domains.get(file, 0), State.VALIDATED);
        domains.refuseWildcard(domains.get(file, 1), "Wildcards are not for you.");
        proofs.forgoWildcard(domains.get(file, 1));
        mails.confirm(file);

        assertThat(words(file))
                .contains(refused)
                .containsPattern("\\*\\." + second + " ?: Wildcards are not for you\\.")
                .containsPattern(without + " ?: " + first + "\\.")
                .doesNotContain(wish);
    }

    /** Whoever left it out was promised that the customer reads why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | niet naar Sectigo verhuisd | antwoord dan op deze mail",
                "fr | pas passés à Sectigo | répondez à ce message",
                "en | did not move to Sectigo | reply to this mail",
                "de | nicht zu Sectigo umgezogen | antworten Sie auf diese Mail"
            })
    void domainThatWasLeftOutOfTheMoveIsNamedWithItsReason(String language, String left, String after) {
        String file = file("migration", language);
        orders.record(
                file, "domainLeftOut", Map.of("domain", "lost.example", "reason", "It is another organisation’s."));
        mails.tell(file, "DigiCert");
        String why = "lost.example%s It is another organisation’s.".formatted(language.equals("fr") ? " :" : ":");
        assertThat(words(file)).contains(left, after, why);

        domains.of(file).forEach(domain -> domains.enter(domain, State.VALIDATED));
        mails.confirm(file);
        assertThat(lastMail(file).template()).isEqualTo("customer-migrated");
        assertThat(words(file)).contains(left, after, why).contains(SectigoDesk.INTERFACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration", "validation"})
    void nothingIsSaidOfDomainsLeftOutWhereNoneWas(String kind) {
        String file = file(kind, "en");
        mails.tell(file, kind.equals("migration") ? "DigiCert" : null);
        assertThat(words(file)).doesNotContain("did not move");
        mails.confirm(file);
        assertThat(words(file)).doesNotContain("did not move");
    }

    @Test
    void newLinkIsMailedOnceAnHour() {
        String file = file("validation", "en");
        mails.sendLink(file);
        mails.sendLink(file);
        clock.forward(Duration.ofMinutes(59));
        mails.sendLink(file);
        assertThat(correspondence.of(file)).hasSize(1);
        clock.forward(Duration.ofMinutes(2));
        mails.sendLink(file);

        assertThat(correspondence.of(file)).hasSize(2).allMatch(mail -> mail.template()
                .equals("domains-link"));
        assertThat(links.check(token(file))).contains(new Pass(file, false));
    }

    private String file(String kind, String language) {
        String customer = register.university(language);
        first = customer.toLowerCase(Locale.ROOT) + ".example";
        second = "campus-" + first;
        String file = orders.open(new NewOrder(
                        "DCS",
                        kind,
                        customer,
                        null,
                        new Requester("Security officer", "security@customer.example", null, language),
                        null,
                        null,
                        null))
                .number();
        domains.open(
                file,
                customer,
                "sectigo",
                List.of(new Domain(first), new Domain(second)),
                List.of(new Domain("*." + second)));
        domains.of(file).forEach(domain -> {
            domains.keepChallenge(
                    domain, new DnsRecord(ValidationMethod.CNAME, "_ab." + domain.domain(), "01.23.sectigo.com"));
            domains.enter(domain, State.RECORD_AWAITED);
        });
        return file;
    }

    private String token(String file) {
        var token = TOKEN.matcher(lastMail(file).text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private String words(String file) {
        return lastMail(file).text().replaceAll("\\s+", " ").replace('\u00a0', ' ');
    }

    private SentMail lastMail(String file) {
        return correspondence.of(file).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
