package be.belnet.orderdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers which question, row by row (B10, D12, D13). */
class SupportRoutingTest {
    private static final Table TABLE = Table.read("support/support-routing.dmn");

    @ParameterizedTest
    @CsvSource({
        "DCS,  technical, true,  sectigo, partner",
        "DCS,  technical, true,  harica,  serviceDesk",
        "DCS,  technical, false, sectigo, serviceDesk",
        "DCS,  contract,  true,  sectigo, accountManager",
        "DCS,  invoice,   true,  harica,  accountManager",
        "DCS,  invoice,   false, sectigo, serviceDesk",
        "DCS,  other,     true,  sectigo, serviceDesk",
        "BAMS, technical, true,  sectigo, serviceDesk",
        "BAMS, contract,  true,  sectigo, accountManager",
        "BAMS, invoice,   true,  sectigo, accountManager",
        "BAMS, contract,  false, sectigo, serviceDesk",
        "BAMS, other,     true,  sectigo, serviceDesk",
        ",     ,          ,      ,        serviceDesk",
    })
    void questionGoesToWhoAnswersIt(
            String service, String topic, Boolean customerKnown, String authority, String route) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("service", service);
        facts.put("topic", topic);
        facts.put("customerKnown", customerKnown);
        facts.put("authority", authority);

        assertThat(TABLE.answer(facts).getSingleResult().<String>getEntry("supportRoute"))
                .isEqualTo(route);
    }
}
