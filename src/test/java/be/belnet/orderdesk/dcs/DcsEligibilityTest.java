package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of DCS, row by row (D10). */
class DcsEligibilityTest {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

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
            String reason)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("acronymGiven", acronymGiven);
        facts.put("customerKnown", customerKnown);
        facts.put("belnetCustomer", belnetCustomer);
        facts.put("openOrder", openOrder);
        facts.put("activeSubscription", activeSubscription);

        var answer = ENGINE.evaluateDecisionTable(table(), facts).getSingleResult();

        assertThat(answer.<Boolean>getEntry("eligible")).isEqualTo(eligible);
        assertThat(answer.<String>getEntry("eligibilityReason")).isEqualTo(reason);
    }

    private static DmnDecision table() throws IOException {
        try (var file = new FileInputStream("processes/dcs/dcs-eligibility.dmn")) {
            return ENGINE.parseDecision("dcs-eligibility", file);
        }
    }
}
