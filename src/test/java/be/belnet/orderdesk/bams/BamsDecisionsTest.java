package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two decision tables of BAMS, row by row. */
class BamsDecisionsTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision ELIGIBILITY = read("bams-eligibility");
    private static final DmnDecision SIZING = read("bams-sizing");

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  university,        false, false, true,  eligibleType",
        "true,  true,  true,  universityCollege, false, false, true,  eligibleType",
        "true,  true,  true,  researchCentre,    false, false, true,  eligibleType",
        "true,  true,  true,  government,        false, false, true,  eligibleType",
        "false, false, false, ,                  false, false, false, acronymMissing",
        "true,  false, false, ,                  false, false, false, acronymUnknown",
        "true,  true,  false, university,        false, false, false, notBelnetCustomer",
        "true,  true,  true,  school,            false, false, false, typeNotEligible",
        "true,  true,  true,  hospital,          false, false, false, typeNotEligible",
        "true,  true,  true,  company,           false, false, false, typeNotEligible",
        "true,  true,  true,  other,             false, false, false, typeNotEligible",
        "true,  true,  true,  university,        true,  false, false, possibleDuplicate",
        "true,  true,  true,  university,        true,  true,  false, possibleDuplicate",
        "true,  true,  true,  government,        false, true,  false, alreadySubscribed",
    })
    void requestIsEligibleOrAPersonHearsWhyNot(
            Boolean acronymGiven,
            Boolean customerKnown,
            Boolean belnetCustomer,
            String customerType,
            Boolean openOrder,
            Boolean activeSubscription,
            boolean eligible,
            String reason) {
        var facts = facts(acronymGiven, customerKnown, belnetCustomer, customerType, openOrder, activeSubscription);

        var answer = ENGINE.evaluateDecisionTable(ELIGIBILITY, facts).getSingleResult();

        assertThat(answer.<Boolean>getEntry("eligible")).isEqualTo(eligible);
        assertThat(answer.<String>getEntry("eligibilityReason")).isEqualTo(reason);
    }

    @Test
    void missingFactGoesToAPerson() {
        var unrecordedType = facts(true, true, true, null, false, false);
        var unknownHistory = facts(true, true, true, "university", null, null);

        assertThat(eligible(unrecordedType)).isFalse();
        assertThat(eligible(unknownHistory)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,      1,    1",
        "500,    20,   1",
        "501,    20,   2",
        "500,    21,   2",
        "2000,   70,   2",
        "2000,   71,   4",
        "2001,   1,    4",
        "8000,   500,  4",
        "8000,   501,  8",
        "8001,   1,    8",
        "20000,  1000, 8",
        "20000,  1001, 16",
        "20001,  1,    16",
        "100000, 1500, 16",
        "100000, 9000, 16",
        ",       1,    16",
        "1,      ,     16",
    })
    void applianceGrowsWithMailboxesAndDomains(Integer mailboxes, Integer domains, int cpus) {
        var needs = Variables.putValue("mailboxes", mailboxes).putValue("domains", domains);

        var answer = ENGINE.evaluateDecisionTable(SIZING, needs).getSingleResult();

        assertThat(answer.<Integer>getEntry("cpus")).isEqualTo(cpus);
    }

    private static boolean eligible(VariableMap facts) {
        return ENGINE.evaluateDecisionTable(ELIGIBILITY, facts)
                .getSingleResult()
                .getEntry("eligible");
    }

    private static VariableMap facts(
            Boolean acronymGiven,
            Boolean customerKnown,
            Boolean belnetCustomer,
            String customerType,
            Boolean openOrder,
            Boolean activeSubscription) {
        return Variables.putValue("acronymGiven", acronymGiven)
                .putValue("customerKnown", customerKnown)
                .putValue("belnetCustomer", belnetCustomer)
                .putValue("customerType", customerType)
                .putValue("openOrder", openOrder)
                .putValue("activeSubscription", activeSubscription);
    }

    private static DmnDecision read(String decision) {
        try (var file = Files.newInputStream(Path.of("processes/bams", decision + ".dmn"))) {
            return ENGINE.parseDecision(decision, file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
