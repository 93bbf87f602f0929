package be.belnet.orderdesk.change;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change needs, row by row. */
class ChangeTermsTest {
    private static final Table TABLE = Table.read("change/change-terms.dmn");

    @ParameterizedTest
    @CsvSource({
        "BAMS, lower,   true,  false, false, true,  manager, mailSecurity, cheaper",
        "BAMS, lower,   false, true,  false, true,  manager, mailSecurity, cheaper",
        "BAMS, unknown, true,  false, false, true,  manager, mailSecurity, priceUnknown",
        "BAMS, higher,  true,  true,  false, true,  nobody,  mailSecurity, dearer",
        "BAMS, same,    true,  false, false, true,  nobody,  mailSecurity, capacity",
        "BAMS, same,    false, true,  false, true,  nobody,  mailSecurity, capacity",
        "BAMS, same,    false, false, false, false, nobody,  mailSecurity, domains",
        "DCS,  same,    false, false, true,  false, nobody,  certificates, administrators",
        "DCS,  same,    false, false, false, false, nobody,  certificates, domains",
    })
    void changeNeedsWhatItsRowSays(
            String service,
            String price,
            boolean capacity,
            boolean licence,
            boolean administrators,
            boolean annex,
            String approver,
            String steps,
            String reason) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("service", service);
        facts.put("price", price);
        facts.put("capacityChanges", capacity);
        facts.put("packageChanges", licence);
        facts.put("administratorsChange", administrators);

        var answer = TABLE.answer(facts).getSingleResult();

        assertThat(answer.<Boolean>getEntry("annexNeeded")).isEqualTo(annex);
        assertThat(answer.<String>getEntry("changeApprover")).isEqualTo(approver);
        assertThat(answer.<String>getEntry("changeSteps")).isEqualTo(steps);
        assertThat(answer.<String>getEntry("changeReason")).isEqualTo(reason);
    }
}
