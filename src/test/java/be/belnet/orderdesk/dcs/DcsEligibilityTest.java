package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of DCS, row by row (D10). */
class DcsEligibilityTest {
    private static final Table TABLE = Table.read("dcs/dcs-eligibility.dmn");

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  false, false, true,  eligibleCustomer",
        "false, false, false, false, false, false, acronymMissing",
        "true,  false, false, false, false, false, acronymUnknown",
        "true,  true,  false, false, false, false, notBelnetCustomer",
        "true,  true,  true,  true,  false, false, possibleDuplicate",
        "true,  true,  true,  true,  true,  false, possibleDuplicate",
        "true,  true,  true,  false, true,  false, alreadySubscribed",
        "true,  true,  true,  false, ,      false, notBelnetCustomer",
        "true,  true,  ,      false, false, false, notBelnetCustomer",
    })
    void requestIsEligibleOrAPersonHearsWhyNot(
            Boolean acronymGiven,
            Boolean customerKnown,
            Boolean belnetCustomer,
            Boolean openOrder,
            Boolean activeSubscription,
            boolean eligible,
            String reason) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("acronymGiven", acronymGiven);
        facts.put("customerKnown", customerKnown);
        facts.put("belnetCustomer", belnetCustomer);
        facts.put("openOrder", openOrder);
        facts.put("activeSubscription", activeSubscription);

        var answer = TABLE.answer(facts).getSingleResult();

        assertThat(answer.<Boolean>getEntry("eligible")).isEqualTo(eligible);
        assertThat(answer.<String>getEntry("eligibilityReason")).isEqualTo(reason);
    }
}
