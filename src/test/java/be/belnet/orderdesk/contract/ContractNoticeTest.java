package be.belnet.orderdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What contracts say about notice where every setting of it is another than Orderdesk comes with. */
@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:contract-notice;DB_CLOSE_DELAY=-1",
            "orderdesk.correspondence.interval=1h",
            "orderdesk.customers.sample=false",
            "orderdesk.notice.contract.reading=lenient",
            "orderdesk.notice.contract.notice-months=1",
            "orderdesk.notice.dcs.first-year=minimum-term",
            "orderdesk.notice.trial.notice-working-days=1",
            "spring.mail.port=1"
        })
@Import(ContractNoticeTest.Terms.class)
class ContractNoticeTest {
    @Autowired
    ContractDesk desk;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | minstens 1 werkdag. | minstens 1 maand. | eerste 1 januari zodra die maand verstreken is | uiterlijk op 1 december",
                "fr | au moins 1 jour ouvrable. | au moins 1 mois. | 1er janvier qui suit l’écoulement de ce mois | au plus tard le 1er décembre",
                "en | at least 1 working day’s notice | at least 1 month ahead | first 1 January once that month has passed | 1 December at the latest",
                "de | mindestens 1 Arbeitstag | mindestens 1 Monat | ersten 1. Januar nach dem Ablauf dieses Monats | spätestens am 1. Dezember"
            })
    void contractSaysWhatIsSet(String language, String days, String months, String effect, String lastDay)
            throws IOException {
        assertThat(text("BAMS", language)).contains(days, months, effect, lastDay);
    }

    @Test
    void firstYearOfCertificatesIsReadAsItIsSet() throws IOException {
        assertThat(text("DCS", "en"))
                .contains("runs for one year at least", "does not end before its first year is over")
                .doesNotContain("After that either party");
    }

    private String text(String service, String language) throws IOException {
        var requester = new Requester("Mail administrator", "mail@unorth.example", null, language);
        String order = orders.open(new NewOrder(service, "order", "UNORTH", "Please", requester, null, null, null))
                .number();
        Contract contract = desk.generate(order);
        try (PDDocument file = Loader.loadPDF(
                documents.content(documents.find(order, contract.documentId()).orElseThrow()))) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    static class Terms {
        @Bean
        ContractTermsSource ofBothServices() {
            return new ContractTermsSource() {
                @Override
                public boolean supports(String service) {
                    return true;
                }

                @Override
                public ContractTerms terms(String orderNumber) {
                    return SampleTerms.USUAL;
                }
            };
        }
    }
}
