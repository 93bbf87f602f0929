package be.belnet.orderdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1",
            "orderdesk.correspondence.interval=1h",
            "orderdesk.customers.sample=false",
            "spring.mail.port=1"
        })
@Import(SampleTerms.Configuration.class)
class ContractDeskTest {
    private static final String HOSTILE =
            "<img src=file:///etc/passwd> ]]> <script>alert(1)</script> &amp; \u202Egnp.exe\u200B\u0007 [[${belnet}]]";

    @Autowired
    ContractDesk desk;

    @Autowired
    ContractMails contractMails;

    @Autowired
    SampleTerms terms;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    Correspondence correspondence;

    @Autowired
    JdbcClient jdbc;

    private String order;

    @BeforeEach
    void receiveOrder() {
        terms.set(SampleTerms.USUAL);
        register("UNORTH", "fr", "University of the North");
        order = open("UNORTH");
    }

    @ParameterizedTest
    @CsvSource({
        "nl, exemplaar, van, versie, Pagina",
        "fr, exemplaire, sur, version, Page",
        "en, copy, of, version, Page",
        "de, Exemplar, von, Version, Seite"
    })
    void eachPageSaysWhichContractVersionCopyAndPageItIs(
            String language, String copy, String of, String version, String page) throws IOException {
        register("UNORTH", language, "University of the North");

        Contract contract = desk.generate(order);

        byte[] pdf = pdf(contract);
        Files.createDirectories(Path.of("target/contracts"));
        Files.write(Path.of("target/contracts/contract_" + language + ".pdf"), pdf);
        List<String> pages = pages(pdf);
        int each = pages.size() / 2;
        assertThat(pages.size()).isEven();
        for (int at = 0; at < pages.size(); at++) {
            assertThat(pages.get(at))
                    .contains(contract.number() + " · " + version + " 1 · " + copy + " " + (at / each + 1) + " " + of
                            + " 2")
                    .contains(page + " " + (at % each + 1) + " " + of + " " + each)
                    .contains(order);
        }
        assertThat(String.join("", pages)).doesNotContain("??", "contract.annex", "{0}");
    }

    /** A notice of 15 October is a year late by the strict reading, which is in force. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | minstens 5 werkdagen | minstens 3 maanden | eerste 1 januari nadat die 3 maanden volledig verstreken zijn | uiterlijk op 30 september",
                "fr | au moins 5 jours ouvrables | au moins 3 mois | 1er janvier qui suit l’écoulement complet de ces 3 mois | au plus tard le 30 septembre",
                "en | at least 5 working days’ notice | at least 3 months ahead | first 1 January after those 3 months have passed in full | 30 September at the latest",
                "de | mindestens 5 Arbeitstagen | mindestens 3 Monaten | ersten 1. Januar nach dem vollständigen Ablauf dieser 3 Monate | spätestens am 30. September"
            })
    void contractSaysTheRuleOfNoticeThatIsInForce(
            String language, String days, String months, String effect, String lastDay) throws IOException {
        register("UNORTH", language, "University of the North");

        assertThat(String.join(" ", pages(pdf(desk.generate(order)))).replaceAll("\\s+", " "))
                .contains(days, months, effect, lastDay);
    }

    @Test
    void annexNamesThePoliciesAndSigningAcceptsThemAsNamed() throws IOException {
        terms.set(withPolicies("2025-01"));
        sent();
        assertThat(String.join(" ", pages(pdf(desk.current(order).orElseThrow())))
                        .replaceAll("\\s+", " "))
                .contains("Règles acceptées", "Trusted Certificate Service", "version 2025-01");
        assertThat(desk.acceptances(order)).isEmpty();
        terms.set(withPolicies("2027-01"));
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");

        assertThat(desk.acceptances(order))
                .containsExactly(
                        new PolicyAcceptance("geantTcs", "2025-01", "The rector", "Rector", LocalDate.of(2026, 12, 1)));
    }

    @Test
    void changedVersionOfAPolicyMakesTheNextContractANewOne() {
        terms.set(withPolicies("2025-01"));
        desk.generate(order);
        terms.set(withPolicies("2027-01"));

        assertThat(desk.generate(order).version()).isEqualTo(2);
    }

    private static ContractTerms withPolicies(String version) {
        ContractTerms usual = SampleTerms.USUAL;
        return new ContractTerms(
                usual.serviceName(),
                usual.priceLine(),
                usual.euroPerYear(),
                0,
                usual.annex(),
                List.of(new ContractTerms.Policy("geantTcs", version)));
    }

    @Test
    void aContractSaysWhatWasDetermined() throws IOException {
        String text = String.join("\n", pages(pdf(desk.generate(order))));

        assertThat(text)
                .contains("University of the North", "UNORTH", "Rue du Nord 1", "1000 Bruxelles", "0123456789")
                .contains("students.unorth.example → mx2.unorth.example", "1200", "Advanced threat protection")
                .contains("Analyse du contenu", "480,00", "BAMS-2026-04-atp", "30 jours", "servicedesk@belnet.be");
    }

    @Test
    void fontsAreEmbedded() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(desk.generate(order)))) {
            for (PDPage page : file.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void theContractIsADocumentOfTheOrderWithItsHash() throws Exception {
        Contract contract = desk.generate(order);

        Document document = documents.find(order, contract.documentId()).orElseThrow();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(documents.content(document));
        assertThat(document.kind()).isEqualTo("contract");
        assertThat(document.fileName()).isEqualTo(contract.number() + "-v1.pdf");
        assertThat(contract.sha256())
                .isEqualTo(document.sha256())
                .isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void whereNothingChangedTheContractStays() {
        Contract first = desk.generate(order);

        assertThat(desk.generate(order)).isEqualTo(first);
        assertThat(documents.of(order)).hasSize(1);
    }

    @Test
    void otherTermsMakeANewVersionOfTheSameContract() {
        Contract first = desk.generate(order);
        terms.set(new ContractTerms("BAMS", "BAMS-2026-02-atp", new BigDecimal("2000.00"), 0, List.of()));

        Contract second = desk.generate(order);

        assertThat(second.number()).isEqualTo(first.number()).matches("BAMS-C-2026-\\d{5}");
        assertThat(second.version()).isEqualTo(2);
        assertThat(desk.current(order)).contains(second);
    }

    @Test
    void reopenedNeedsMakeANewVersionEvenOnTheSameTerms() {
        desk.generate(order);
        desk.reopenNeeds(order, "Fewer mailboxes");

        assertThat(desk.generate(order).version()).isEqualTo(2);
        assertThat(desk.generate(order).version()).isEqualTo(2);
    }

    @Test
    void aSignedContractIsNeverDrawnUpAnew() {
        sent();
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");
        terms.set(new ContractTerms("BAMS", "BAMS-2026-02-atp", new BigDecimal("2000.00"), 0, List.of()));

        assertThatIllegalStateException().isThrownBy(() -> desk.generate(order));
    }

    @Test
    void aContractIsMailedToTheSignatoryOnceForEachVersion() {
        sent();
        contractMails.send(order);

        List<SentMail> mails = correspondence.of(order);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).to().role()).isEqualTo("signatory");
        assertThat(mails.get(0).to().email()).isEqualTo("rector@unorth.example");
        assertThat(mails.get(0).attachments())
                .containsExactly(desk.current(order).orElseThrow().number() + "-v1.pdf");
        assertThat(mails.get(0).text()).contains("1200", "Boulevard Simon Bolivar 30 B2");
    }

    @Test
    void withoutSignatoryTheContractGoesToWhoAsked() {
        String unknown = open("NEWCOMER");
        desk.generate(unknown);
        contractMails.send(unknown);

        assertThat(correspondence.of(unknown).get(0).to().role()).isEqualTo("requester");
    }

    @Test
    void twoCopiesWithoutDefectSign() {
        sent();
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");

        assertThat(desk.copiesAccepted(order)).isTrue();
        assertThat(desk.current(order).orElseThrow().state()).isEqualTo(ContractState.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE, NONE", "1, NONE, NONE", "2, SIGNATURE_MISSING, NONE", "2, NONE, PAGE_MISSING"})
    void anythingLessDoesNot(int count, CopyDefect first, CopyDefect second) {
        sent();
        desk.register(order, copies(count, first, second), "relations1");

        assertThat(desk.copiesAccepted(order)).isFalse();
    }

    @Test
    void theCustomerIsToldWhatIsWrongOnceForEachRegistration() {
        sent();
        desk.register(order, copies(1, CopyDefect.SIGNATURE_MISSING, CopyDefect.NONE), "relations1");
        contractMails.askForMissingCopy(order);
        contractMails.askForMissingCopy(order);

        List<SentMail> mails = correspondence.of(order);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).text()).contains("Premier exemplaire : la signature manque", "pas encore reçu");
        desk.register(order, copies(1, CopyDefect.NONE, CopyDefect.NONE), "relations1");
        contractMails.askForMissingCopy(order);
        assertThat(correspondence.of(order)).hasSize(3);
    }

    @Test
    void acceptedChangesSign() {
        sent();
        desk.register(order, copies(2, CopyDefect.TEXT_CHANGED, CopyDefect.NONE), "relations1");
        desk.acceptChanges(order, "Only the name of a building");

        assertThat(desk.copiesAccepted(order)).isTrue();
        assertThat(desk.current(order).orElseThrow().changesAccepted()).isTrue();
    }

    @Test
    void changesAreNotAcceptedWhileSomethingElseIsWrong() {
        sent();
        desk.register(order, copies(1, CopyDefect.TEXT_CHANGED, CopyDefect.NONE), "relations1");

        assertThatIllegalStateException().isThrownBy(() -> desk.acceptChanges(order, "Fine"));
        assertThat(desk.copiesAccepted(order)).isFalse();
    }

    @Test
    void refusedChangesAreExplainedWithTheNextMail() {
        sent();
        desk.register(order, copies(2, CopyDefect.TEXT_CHANGED, CopyDefect.NONE), "relations1");
        desk.refuseChanges(order, "Le délai de préavis vaut pour tous.");
        contractMails.askForMissingCopy(order);

        assertThat(correspondence.of(order).get(1).text()).contains("Le délai de préavis vaut pour tous.");
    }

    @Test
    void onlyASignedContractIsCountersigned() {
        sent();
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.countersign(order, "Director", LocalDate.of(2026, 12, 8), "post"));
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");

        desk.countersign(order, "Director", LocalDate.of(2026, 12, 8), "post");

        Contract contract = desk.current(order).orElseThrow();
        assertThat(contract.state()).isEqualTo(ContractState.COUNTERSIGNED);
        assertThat(contract.countersignedOn()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(contract.copies().signatoryRole()).isEqualTo("Rector");
    }

    @Test
    void aVoidContractIsNotCurrent() {
        desk.voidContract(order);
        desk.generate(order);
        desk.voidContract(order);

        assertThat(desk.current(order)).isEmpty();
        assertThatExceptionOfType(UnknownContractException.class).isThrownBy(() -> contractMails.send(order));
        assertThat(desk.generate(order).version()).isEqualTo(2);
    }

    @Test
    void theTimelineTellsEachStep() {
        sent();
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");
        desk.countersign(order, "Director", LocalDate.of(2026, 12, 8), "post");

        assertThat(orders.events(order))
                .extracting("kind")
                .containsExactly(
                        "orderReceived",
                        "documentAdded",
                        "contractGenerated",
                        "mailSent",
                        "contractSent",
                        "copiesRegistered",
                        "contractSigned",
                        "contractCountersigned",
                        "documentAdded");
    }

    @ParameterizedTest
    @CsvSource({
        "nl, 'Ter attentie van', 'Brussel, 1 december 2026', versie, beide partijen",
        "fr, 'À l’attention de', 'Bruxelles, le 1er décembre 2026', version, les deux parties",
        "en, 'For the attention of', 'Brussels, 1 December 2026', version, both parties",
        "de, 'Zu Händen von', 'Brüssel, den 1. Dezember 2026', Version, beiden Parteien"
    })
    void theCopyThatGoesByPostHasALetterInTheCustomersLanguage(
            String language, String attention, String date, String version, String both) throws IOException {
        register("UNORTH", language, "University of the North");
        sent();
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");
        desk.countersign(order, "Director", LocalDate.of(2026, 12, 1), "post");

        Document letter = letters().get(0);
        byte[] pdf = documents.content(letter);
        Files.createDirectories(Path.of("target/contracts"));
        Files.write(Path.of("target/contracts/letter_" + language + ".pdf"), pdf);
        String number = desk.current(order).orElseThrow().number();
        assertThat(letter.fileName()).isEqualTo(number + "-v1-cover-letter.pdf");
        assertThat(pages(pdf)).singleElement().satisfies(page -> assertThat(page.replaceAll("[\\s\u00a0]+", " "))
                .contains("University of the North " + attention + " Rectorate Rue du Nord 1 1000 Bruxelles")
                .contains("30 B2", "Customer Relations Team", "02 790 33 00")
                .contains(date, number + ", " + version + " 1", both, order, "PO-77")
                .doesNotContain("??", "letter.", "{0}", "Director"));
    }

    @Test
    void aContractThatGoesByMailHasNoLetter() {
        sent();
        desk.register(order, copies(2, CopyDefect.NONE, CopyDefect.NONE), "relations1");
        desk.countersign(order, "Director", LocalDate.of(2026, 12, 1), "mail");

        assertThat(letters()).isEmpty();
    }

    @Test
    void aScanOfAnEarlierVersionDoesNotGoOut() {
        desk.generate(order);
        documents.add(order, "countersignedContract", "early.pdf", "application/pdf", new byte[] {1});
        assertThat(desk.countersignedScan(order)).isPresent();
        desk.reopenNeeds(order, "Fewer mailboxes");
        desk.generate(order);

        assertThat(desk.countersignedScan(order)).isEmpty();
    }

    @Test
    void aPreviewKeepsNothingAndSaysWhatItIs() throws IOException {
        List<String> pages = pages(desk.preview(order, SampleTerms.USUAL));

        assertThat(pages.get(0)).contains("Aperçu : ceci n’est pas un contrat");
        assertThat(contractMails.preview(order, SampleTerms.USUAL, null).subject())
                .contains(order);
        assertThat(desk.current(order)).isEmpty();
        assertThat(documents.of(order)).isEmpty();
    }

    @Test
    void hostileTextIsPrintedAndNothingElse() throws IOException {
        register("UNORTH", "en", HOSTILE);
        jdbc.sql("update customer_organisation set street = ?, enterprise_number = ?")
                .params(HOSTILE, "<script>")
                .update();
        terms.set(new ContractTerms(
                HOSTILE,
                HOSTILE,
                BigDecimal.TEN,
                30,
                List.of(new ContractTerms.Line("contract.annex.mailDomains", HOSTILE))));

        byte[] pdf = pdf(desk.generate(order));

        Files.createDirectories(Path.of("target/contracts"));
        Files.write(Path.of("target/contracts/hostile.pdf"), pdf);
        String text = String.join("\n", pages(pdf)).replaceAll("\\s+", "");
        assertThat(text)
                .contains("<imgsrc=file:///etc/passwd>]]><script>alert(1)</script>&amp;gnp.exe[[${belnet}]]")
                .doesNotContain("\u202E", "\u200B", "\u0007", "root:");
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getDocumentCatalog().getOpenAction()).isNull();
            for (PDPage page : file.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    private List<Document> letters() {
        return documents.of(order).stream()
                .filter(document -> document.kind().equals("coverLetter"))
                .toList();
    }

    private void sent() {
        desk.generate(order);
        contractMails.send(order);
    }

    private static CopiesReceived copies(int count, CopyDefect first, CopyDefect second) {
        return new CopiesReceived(count, first, second, "The rector", "Rector", LocalDate.of(2026, 12, 1));
    }

    private String open(String acronym) {
        var requester = new Requester("Mail administrator", "mail@unorth.example", null, "nl");
        return orders.open(new NewOrder("BAMS", "order", acronym, "BAMS please", requester, null, "PO-77", null))
                .number();
    }

    private void register(String acronym, String language, String name) {
        jdbc.sql("delete from customer_contact").update();
        jdbc.sql("delete from customer_organisation").update();
        jdbc.sql(
                        "insert into customer_organisation (acronym_key, acronym, legal_name, type, enterprise_number, language,"
                                + " street, postcode, city, country, belnet_customer) values (?, ?, ?, 'university', '0123456789',"
                                + " ?, 'Rue du Nord 1', '1000', 'Bruxelles', 'BE', true)")
                .params(acronym.toUpperCase(), acronym, name, language)
                .update();
        jdbc.sql("insert into customer_contact (organisation_id, email_key, name, email, language, roles)"
                        + " select id, 'rector@unorth.example', 'Rectorate', 'rector@unorth.example', 'fr', 'signatory'"
                        + " from customer_organisation")
                .update();
    }

    private byte[] pdf(Contract contract) {
        return documents.content(documents.find(order, contract.documentId()).orElseThrow());
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(file).replaceAll(" +", " "));
            }
            return pages;
        }
    }
}
