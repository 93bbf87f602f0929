package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.intake.process.TableRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables of words make of mails as customers, and others, write them. */
class MailRecognitionTest {
    private static final MailRules RULES = TableRules.read();

    /**
     * @param service BAMS, DCS, unclear or none
     * @param certain certain, unsure or -
     * @param sender customer or stranger
     */
    record Sample(
            String service, String kind, String certain, String sender, String language, String subject, String text) {
        @Override
        public String toString() {
            return service + " " + kind + " " + language + ": " + subject;
        }

        String words() {
            return Words.plain(subject, text);
        }
    }

    static List<Sample> samples() throws IOException {
        return Arrays.stream(Files.readString(Path.of("src/test/resources/intake/mails.txt"))
                        .split("(?m)^== "))
                .filter(mail -> !mail.isBlank())
                .map(MailRecognitionTest::sample)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mailIsTakenForWhatItIs(Sample mail) {
        Recognition found = RULES.recognise(mail.words(), mail.sender().equals("customer"));

        assertThat(found.service() == null ? "none" : found.service()).isEqualTo(mail.service());
        if (found.isOurs()) {
            assertThat(found.kind().code()).isEqualTo(mail.kind());
            assertThat(found.certain()).isEqualTo(mail.certain().equals("certain"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancellation BAMS. We no longer need it",
                "Contract cancellation BAMS",
                "We request cancellation from the BAMS service",
                "Termination BAMS contract",
                "The BAMS trial is hereby terminated",
                "Please consider our BAMS trial terminated",
                "Our BAMS service will be terminated by us on 31 December",
                "De dienst BAMS mag beëindigd worden",
                "Onze BAMS-dienst wordt door ons beëindigd op 31 december",
                "Wij vragen dat BAMS wordt beëindigd",
                "Préavis BAMS"
            })
    void endInOtherWordsIsAPersonsToRead(String mail) {
        Recognition found = RULES.recognise(Words.plain("", mail), true);

        assertThat(found.kind()).isEqualTo(MailKind.TERMINATION);
        assertThat(found.certain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nous ne pouvons pas arrêter le flux de spam avec BAMS",
                "Comment cesser de recevoir les rapports de quarantaine BAMS ?",
                "Il nous est impossible d'arrêter les alertes BAMS"
            })
    void whatElseStopsIsNoEndOfTheService(String mail) {
        assertThat(RULES.recognise(Words.plain("", mail), true).kind()).isNotEqualTo(MailKind.TERMINATION);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void languageIsTold(Sample mail) {
        String other = mail.language().equals("en") ? "nl" : "en";
        assertThat(Languages.of(Words.plain("", mail.text()), other)).isEqualTo(mail.language());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "technical | BAMS werkt niet",
                "technical | Wir haben ein Problem mit DCS",
                "invoice | Onze facturen van BAMS kloppen niet, er is een fout",
                "invoice | Une erreur sur la facture DCS",
                "invoice | Invoice 2026-12: we cannot find the order",
                "invoice | Fragen zur Rechnung",
                "contract | Questions sur notre contrat DCS",
                "contract | Probleem met ons contract",
                "contract | Fragen zum Vertrag, ein Fehler",
                "other | Hello, how does BAMS treat this?"
            })
    void topicOfAQuestionIsTold(String topic, String text) {
        assertThat(RULES.topic(Words.plain("", text))).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wij hebben vragen over ons contract voor BAMS",
                "Nous avons une question sur notre contrat BAMS",
                "We have a question about our contract for BAMS",
                "Wir haben eine Frage zu unserem Vertrag BAMS"
            })
    void questionAboutTheContractIsOne(String text) {
        assertThat(RULES.recognise(Words.plain("", text), false))
                .isEqualTo(new Recognition("BAMS", MailKind.SUPPORT, true));
    }

    @Test
    void samplesAreInFourLanguages() throws IOException {
        assertThat(samples().stream().collect(Collectors.groupingBy(Sample::language, Collectors.counting())))
                .hasSize(4)
                .allSatisfy((language, count) -> assertThat(count).isGreaterThanOrEqualTo(10));
    }

    @Test
    void quotedWordsCountForNothing() {
        String answer =
                "Merci, c’est noté.\n\nLe 12 novembre 2026 à 10:01, Service Desk <servicedesk@belnet.be> a écrit :\n"
                        + "> Nous avons bien reçu votre commande BAMS";

        assertThat(Quotes.without(answer)).isEqualTo("Merci, c’est noté.");
        assertThat(RULES.recognise(Words.plain("", Quotes.without(answer)), false)
                        .isOurs())
                .isFalse();
        assertThat(RULES.recognise(Words.plain("", answer), false).isOurs()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void whatIsAnsweredToIsTold(String rest) {
        assertThat(Quotes.without("Mine.\n\n" + rest)).isEqualTo("Mine.");
    }

    static List<String> quotes() {
        return List.of(
                "On Thu, 12 Nov 2026 at 10:01, Service Desk <servicedesk@belnet.be> wrote:\n> theirs",
                "Op do 12 nov 2026 om 10:01 schreef Service Desk <servicedesk@belnet.be>:\n\ntheirs",
                "Le jeu. 12 nov. 2026 à 10:01, Service Desk\n<servicedesk@belnet.be> a écrit :\n\ntheirs",
                "Am 12.11.2026 um 10:01 schrieb Service Desk:\n> theirs",
                "-----Oorspronkelijk bericht-----\nVan: Service Desk\ntheirs",
                "-----Original Message-----\nFrom: Service Desk\ntheirs",
                "________________________________\nDe : Service Desk\ntheirs",
                "Von: Service Desk <servicedesk@belnet.be>\nGesendet: Donnerstag\nAn: Kunde\ntheirs",
                "> theirs\n> too");
    }

    private static Sample sample(String mail) {
        String[] lines = mail.split("\n", 3);
        String[] wanted = lines[0].split(" ");
        return new Sample(wanted[0], wanted[1], wanted[2], wanted[3], wanted[4], lines[1], lines[2]);
    }
}
