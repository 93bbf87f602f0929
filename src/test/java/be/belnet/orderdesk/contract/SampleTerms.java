package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.contract.ContractTerms.Line;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Terms that a test can change, as a service would give them. */
public class SampleTerms implements ContractTermsSource {
    public static final ContractTerms USUAL = new ContractTerms(
            "Belnet Advanced Mail Security (BAMS)",
            "BAMS-2026-04-atp",
            new BigDecimal("1480.00"),
            30,
            List.of(
                    new Line("contract.annex.mailDomains", "unorth.example → mx1.unorth.example"),
                    new Line("contract.annex.mailDomains", "students.unorth.example → mx2.unorth.example"),
                    new Line("contract.annex.mailboxes", "1200"),
                    new Line("contract.annex.cpus", "4"),
                    new Line("contract.annex.package", "contract.annex.package.atp"),
                    new Line(
                            "contract.annex.addOns",
                            "contract.annex.addOns.contentAnalysis\ncontract.annex.addOns.continuity"),
                    new Line("contract.annex.trialDays", "30")));

    private ContractTerms terms = USUAL;

    public void set(ContractTerms changed) {
        terms = changed;
    }

    @Override
    public boolean supports(String service) {
        return service.equals("BAMS");
    }

    @Override
    public ContractTerms terms(String orderNumber) {
        return terms;
    }

    @TestConfiguration
    public static class Configuration {
        @Bean
        SampleTerms sampleTerms() {
            return new SampleTerms();
        }
    }
}
