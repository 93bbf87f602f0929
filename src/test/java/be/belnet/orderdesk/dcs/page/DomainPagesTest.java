package be.belnet.orderdesk.dcs.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Challenge.DnsRecord;
import be.belnet.orderdesk.dcs.Challenge.MailToOneOf;
import be.belnet.orderdesk.dcs.Challenge.WebFile;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainLinks;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dns.Finding;
import be.belnet.orderdesk.dns.FindingKind;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer's page, as whoever has its link sees and uses it. */
@OrderdeskTest
@ExtendWith(OutputCaptureExtension.class)
class DomainPagesTest {
    private static final String TARGET = "0123456789abcdef.fedcba9876543210.sectigo.com";

    @LocalServerPort
    int port;

    @Autowired
    CertificateDomains domains;

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

    private Visitor visitor;
    private String domain;
    private String file;

    @BeforeEach
    void customerWithOneDomain() {
        visitor = new Visitor(port);
        file = file("en", 1);
        domain = domains.get(file, 0).domain().name();
    }

    @AfterEach
    void clockIsRight() {
        clock.putBack();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void pageSaysWhatIsWrongInTheReadersWords(Trouble trouble) {
        trouble.bringAbout(domain, "_ab12." + domain);
        String link = link(file);

        for (int place = 0; place < Trouble.LANGUAGES.size(); place++) {
            assertThat(visitor.act(link + "/published?lang=" + Trouble.LANGUAGES.get(place), "place", "0"))
                    .contains("lang=\"" + Trouble.LANGUAGES.get(place) + "\"")
                    .contains(trouble.words().get(place))
                    .contains(domain, TARGET);
        }
        assertThat(domains.get(file, 0).publishedAt()).isNotNull();
    }

    /** It was ordered with its domain, and CAA may speak of wildcards apart. */
    @Test
    void caaThatForbidsAWildcardOfTheOrderIsTold() {
        CustomersDns.publish("_ab12." + domain, "CNAME", 300, TARGET);
        CustomersDns.publish(domain, "CAA", 300, "0 issue \"sectigo.com\"");
        CustomersDns.publish(domain, "CAA", 300, "0 issuewild \"harica.gr\"");
        domains.keepWildcard(domains.get(file, 0), Wildcard.ADDED);

        assertThat(visitor.act(link(file) + "/published", "place", "0"))
                .contains("do not allow this certificate authority");
    }

    @ParameterizedTest
    @CsvSource({"nl, Uw domeinen bij Sectigo", "fr, Vos domaines chez Sectigo", "de, Ihre Domains bei Sectigo"})
    void pageSpeaksTheContactsLanguageUntilAnotherIsAskedFor(String language, String title) {
        String link = link(file(language, 1));

        assertThat(visitor.get(link).body()).contains(title, "lang=\"" + language + "\"");
        assertThat(visitor.get(link + "?lang=en").body())
                .contains("Your domains at Sectigo", "href=\"" + SectigoDesk.INTERFACE + "\"");
        assertThat(visitor.get(link + "?lang=xx").body()).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "DCS-2026-00001", "Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_Ab3_"})
    void unknownLinkFindsNothing(String token) {
        for (String path : List.of("", "/records.csv", "/records.zone")) {
            assertNothing(visitor.get("/domains/" + token + path));
        }
        for (String act : List.of("/published", "/method", "/link")) {
            assertNothing(visitor.post("/domains/" + token + act, "place", "0"));
        }
    }

    @Test
    void linkOfOneFileShowsNothingOfAnother() {
        String other = file("en", 1);
        String page = visitor.get(link(other)).body();
        assertThat(page).contains(domains.get(other, 0).domain().name()).doesNotContain(domain);
        String forged = link(other).replaceFirst(".$", "!");
        assertNothing(visitor.get(forged));
    }

    @Test
    void expiredLinkIsReplacedByMailOnceAnHour() {
        String link = link(file);
        clock.forward(Duration.ofDays(91));
        HttpResponse<String> expired = visitor.get(link + "?lang=fr");
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("Ce lien a expiré").doesNotContain(domain);
        assertThat(visitor.post(link + "/published", "place", "0").statusCode()).isEqualTo(410);
        assertThat(domains.get(file, 0).publishedAt()).isNull();

        assertThat(visitor.post(link + "/link?lang=fr").body()).contains("Un nouveau lien est en route");
        assertThat(visitor.post(link + "/link").body()).contains("A new link is on its way");
        assertThat(correspondence.of(file)).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("domains-link");
            assertThat(mail.to().role()).isEqualTo("technical");
        });
    }

    @Test
    void pageIsKeptNowhereAndToldNobody(CapturedOutput log) {
        String link = link(file);
        visitor.act(link + "/published", "place", "0");
        HttpResponse<String> page = visitor.get(link);

        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(log.getAll()).doesNotContain(link.replace("/domains/", ""));
    }

    @Test
    void whatTheCustomerDoesIsTheCustomersInTheFile() {
        domains.keepWildcard(domains.get(file, 0), Wildcard.WANTED);
        visitor.act(link(file) + "/wildcards", "place", "0");

        assertThat(orders.events(file))
                .filteredOn(event -> event.kind().equals("wildcardDeclined"))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo("customer"));
    }

    @Test
    void oneMethodForAllOrForOne() {
        String several = file("en", 3);
        String link = link(several);
        visitor.act(link + "/method", "method", "TXT");
        assertThat(domains.of(several)).extracting(CertificateDomain::method).containsOnly(ValidationMethod.TXT);
        visitor.act(link + "/method", "method", "CNAME", "place", "1");

        assertThat(domains.of(several))
                .extracting(CertificateDomain::method)
                .containsExactly(ValidationMethod.TXT, ValidationMethod.CNAME, ValidationMethod.TXT);
    }

    @Test
    void fileIsNotOfferedWhereItWouldNotCoverTheWildcard() {
        assertThat(visitor.get(link(file)).body()).contains("value=\"HTTP\"", "value=\"EMAIL\"");
        domains.keepWildcard(domains.get(file, 0), Wildcard.WANTED);

        assertThat(visitor.get(link(file)).body())
                .contains("value=\"EMAIL\"", "would not cover *." + domain)
                .doesNotContain("value=\"HTTP\"");
        assertThat(visitor.act(link(file) + "/method", "method", "HTTP", "place", "0"))
                .contains("Nothing has changed");
        assertThat(visitor.act(link(file) + "/method", "method", "CARRIER PIGEON", "place", "0"))
                .contains("Nothing has changed");
        assertThat(domains.get(file, 0).method()).isEqualTo(ValidationMethod.CNAME);
    }

    @Test
    void whatWasSeenBeforeAChangeOfMethodIsForgotten() {
        visitor.act(link(file) + "/published", "place", "0");
        assertThat(visitor.get(link(file)).body()).contains("Nothing is published");
        clock.forward(Duration.ofMinutes(1));
        visitor.act(link(file) + "/method", "method", "TXT", "place", "0");
        domains.keepChallenge(
                domains.get(file, 0), new DnsRecord(ValidationMethod.TXT, "_pki-validation." + domain, "token"));
        domains.enter(domains.get(file, 0), State.RECORD_AWAITED);

        assertThat(visitor.get(link(file)).body())
                .contains("_pki-validation." + domain, "Not looked at yet")
                .doesNotContain("Nothing is published");
    }

    @Test
    void addressForTheMailIsChosenAmongThoseOfTheAuthority() {
        domains.chooseMethod(domains.get(file, 0), ValidationMethod.EMAIL, null);
        domains.keepChallenge(
                domains.get(file, 0), new MailToOneOf(List.of("admin@" + domain, "postmaster@" + domain)));

        assertThat(visitor.get(link(file)).body())
                .contains("value=\"postmaster@" + domain, "Choose the address")
                .doesNotContain("I published it");
    }

    @Test
    void wildcardCanBeDoneWithout() {
        domains.keepWildcard(domains.get(file, 0), Wildcard.WANTED);
        assertThat(visitor.get(link(file)).body()).contains("Do without *." + domain);
        visitor.act(link(file) + "/wildcards", "place", "0");

        assertThat(domains.get(file, 0).wildcard()).isEqualTo(Wildcard.DECLINED);
        assertThat(visitor.get(link(file)).body()).doesNotContain("Do without");
    }

    @Test
    void onlyDomainsOfTheFileAreActedOn() {
        assertThat(visitor.post(link(file) + "/published", "place", "7").statusCode())
                .isEqualTo(302);
        assertThat(visitor.post(link(file) + "/published", "place", "x").statusCode())
                .isEqualTo(400);
        assertThat(visitor.post(link(file) + "/wildcards").statusCode()).isEqualTo(400);
        assertThat(domains.get(file, 0).publishedAt()).isNull();
    }

    @Test
    void manyDomainsStayClear() {
        String many = file("en", 40);
        IntStream.range(0, 12).forEach(place -> {
            domains.keepValidity(domains.get(many, place), LocalDate.of(2027, 6, 12));
            domains.enter(domains.get(many, place), State.VALIDATED);
        });
        domains.enter(domains.get(many, 12), State.SUBMITTED);
        domains.keepLook(
                domains.get(many, 39),
                List.of(new Finding(FindingKind.WRONG_VALUE, "at", "<script>alert(1)</script>", TARGET)),
                null);
        String page = visitor.get(link(many)).body();

        assertThat(page)
                .contains("12 of 40 domains done", "27 for you", "1 with Sectigo", "Done: 12", "12 June 2027")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(page.indexOf("id=\"domain-39\""))
                .as("what is wrong comes first")
                .isLessThan(page.indexOf("id=\"domain-13\""));
        assertThat(page.indexOf("id=\"domain-38\"")).isLessThan(page.indexOf("id=\"domain-12\""));
        assertThat(page)
                .contains("I published everything")
                .doesNotContain("<details class=\"panel domain customer\" id=\"domain-13\" open");
    }

    @Test
    void allArePublishedAtOnce() {
        String several = file("en", 2);
        domains.enter(domains.get(several, 1), State.VALIDATED);
        visitor.act(link(several) + "/published");

        assertThat(domains.get(several, 0).publishedAt()).isNotNull();
        assertThat(domains.get(several, 1).publishedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void eachStateHasItsWords(State state) {
        domains.keepWildcard(domains.get(file, 0), Wildcard.WANTED);
        domains.enter(domains.get(file, 0), state);
        for (String language : Trouble.LANGUAGES) {
            assertThat(visitor.get(link(file) + "?lang=" + language).body())
                    .contains(domain)
                    .doesNotContain("??", "{0}", "null");
        }
    }

    @Test
    void webFileIsShownWithItsContent() {
        CustomersDns.publish(domain, "A", 300, "127.0.0.1");
        domains.chooseMethod(domains.get(file, 0), ValidationMethod.HTTP, null);
        domains.keepChallenge(
                domains.get(file, 0),
                new WebFile(
                        URI.create("http://" + domain + "/.well-known/pki-validation/AB12.txt"), "0123\nsectigo.com"));

        assertThat(visitor.get(link(file)).body())
                .contains("/.well-known/pki-validation/AB12.txt", "0123\nsectigo.com", "Put this file");
        assertThat(visitor.act(link(file) + "/published", "place", "0")).contains("answers with status 404");
    }

    @Test
    void recordsAreDownloadedAsFiles() {
        HttpResponse<String> zone = visitor.get(link(file) + "/records.zone");
        assertThat(zone.body()).isEqualTo("_ab12.%s. 300 IN CNAME %s.\n".formatted(domain, TARGET));
        assertThat(zone.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"%s-records.zone\"".formatted(file));
        assertThat(visitor.get(link(file) + "/records.csv").body())
                .isEqualTo(
                        "domain,type,name,value,ttl\r\n%1$s,CNAME,_ab12.%1$s,%2$s,300\r\n".formatted(domain, TARGET));
    }

    @Test
    void tooManyActsAreAskedToWait() {
        String last = Stream.generate(() -> visitor.post(link(file) + "/wildcards", "place", "0"))
                .limit(Pace.ACTS + 1)
                .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(last).contains("done=pace");
        assertThat(visitor.get(link(file) + "?done=pace").body()).contains("Please wait a moment");
    }

    @Test
    void domainsThatANewerFileHasAreSaidToBeThere() {
        domains.of(file).forEach(one -> domains.enter(one, State.VALIDATED));
        String newer = orders.open(order("en", register.university("en"))).number();
        domains.open(newer, "T", "sectigo", List.of(new Domain(domain)), List.of());

        assertThat(visitor.get(link(file)).body())
                .contains("under a newer number")
                .doesNotContain(domain);
    }

    private void assertNothing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here", "Perhaps the link was cut off");
    }

    private String link(String order) {
        return URI.create(links.to(order).address()).getPath();
    }

    private String file(String language, int size) {
        String customer = register.university(language);
        String number = orders.open(order(language, customer)).number();
        List<Domain> names = IntStream.range(0, size)
                .mapToObj(place -> new Domain("d%d-%s.example".formatted(place, customer.toLowerCase(Locale.ROOT))))
                .toList();
        domains.open(number, customer, "sectigo", names, List.of());
        domains.of(number).forEach(one -> {
            domains.keepChallenge(one, new DnsRecord(ValidationMethod.CNAME, "_ab12." + one.domain(), TARGET));
            domains.enter(one, State.RECORD_AWAITED);
        });
        return number;
    }

    private static NewOrder order(String language, String customer) {
        return new NewOrder(
                "DCS",
                "migration",
                customer,
                null,
                new Requester("Security officer", "security@customer.example", null, language),
                null,
                null,
                null);
    }

    /** What customers publish by mistake, and how the page says it in {@link #LANGUAGES}. */
    enum Trouble {
        NONE(
                "is gepubliceerd zoals het hoort",
                "est publié comme il se doit",
                "is published as it should be",
                "wie es sein soll") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 300, TARGET);
            }
        },
        MISSING("is niets gepubliceerd", "Rien n’est publié", "Nothing is published", "ist nichts veröffentlicht") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.behave(zone, "normal");
            }
        },
        WRONG(
                "iets anders gepubliceerd: other.sectigo.com",
                "Autre chose est publié",
                "Something else is published",
                "etwas anderes veröffentlicht") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 300, "other.sectigo.com");
            }
        },
        LONG_TTL("mag 86", "conservé pendant 86", "may be kept for 86", "darf 86") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 86400, TARGET);
            }
        },
        WRONG_NAME(
                "Het record staat niet op",
                "L’enregistrement ne se trouve pas à",
                "The record is not at",
                "Der Eintrag steht nicht unter") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name + "." + zone, "CNAME", 300, TARGET);
            }
        },
        ALIASES("leidt via een alias", "mène par un alias", "leads by an alias", "führt über einen Alias") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 300, "dcv." + zone);
                CustomersDns.publish("dcv." + zone, "CNAME", 300, TARGET);
            }
        },
        DNSSEC(
                "DNSSEC-handtekeningen fout",
                "signatures DNSSEC sont erronées",
                "DNSSEC signatures are wrong",
                "DNSSEC-Signaturen falsch") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 300, TARGET);
                CustomersDns.behave(zone, "dnssecFailure");
            }
        },
        NO_ANSWER(
                "naamservers van het domein antwoorden niet",
                "serveurs de noms du domaine ne répondent pas",
                "name servers do not answer",
                "Nameserver der Domain antworten nicht") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.behave(zone, "silent");
            }
        },
        CAA(
                "CAA-records op",
                "n’autorisent pas cette autorité",
                "do not allow this certificate authority",
                "erlauben diese Zertifizierungsstelle nicht") {
            @Override
            void bringAbout(String zone, String name) {
                CustomersDns.publish(name, "CNAME", 300, TARGET);
                CustomersDns.publish(zone, "CAA", 300, "0 issue \"harica.gr\"");
            }
        };

        static final List<String> LANGUAGES = List.of("nl", "fr", "en", "de");

        private final List<String> words;

        Trouble(String... words) {
            this.words = List.of(words);
        }

        List<String> words() {
            return words;
        }

        abstract void bringAbout(String zone, String name);
    }
}
