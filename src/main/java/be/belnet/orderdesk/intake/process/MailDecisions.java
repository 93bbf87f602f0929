package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.intake.MailKind;
import be.belnet.orderdesk.intake.MailRules;
import be.belnet.orderdesk.intake.Recognition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks {@code mail-words.dmn} for the signs in a mail, then {@code mail-service.dmn}, {@code mail-kind.dmn} and
 * {@code mail-topic.dmn} what they come to.
 */
@Component
class MailDecisions implements MailRules {
    private static final String NONE = "none";

    private final DecisionService decisions;

    MailDecisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Recognition recognise(String words, boolean knownSender) {
        Set<String> signs = signs(words);
        DmnDecisionRuleResult service = ask(
                "mail-service",
                Map.of(
                        "namesBams", signs.contains("namesBams"),
                        "namesDcs", signs.contains("namesDcs"),
                        "mailSecurity", signs.contains("mailSecurity"),
                        "certificates", signs.contains("certificates"),
                        "knownSender", knownSender));
        DmnDecisionRuleResult kind = ask(
                "mail-kind",
                Map.of(
                        "order", signs.contains("order"),
                        "migration", signs.contains("migration"),
                        "termination", signs.contains("termination"),
                        "support", signs.contains("support"),
                        "change", signs.contains("change"),
                        "endInDoubt", signs.contains("endInDoubt"),
                        "endNamed", signs.contains("endNamed")));
        String found = service.getEntry("mailService");
        boolean serviceCertain = service.getEntry("serviceCertain");
        boolean kindCertain = kind.getEntry("kindCertain");
        return new Recognition(
                found.equals(NONE) ? null : found,
                MailKind.of(kind.getEntry("mailKind")),
                serviceCertain && kindCertain);
    }

    @Override
    public String topic(String words) {
        Set<String> signs = signs(words);
        return ask(
                        "mail-topic",
                        Map.of(
                                "invoice", signs.contains("invoice"),
                                "contract", signs.contains("contract"),
                                "support", signs.contains("support")))
                .getEntry("mailTopic");
    }

    private Set<String> signs(String words) {
        return decisions
                .evaluateDecisionTableByKey("mail-words", Map.of("words", words))
                .<String>collectEntries("sign")
                .stream()
                .collect(Collectors.toSet());
    }

    private DmnDecisionRuleResult ask(String table, Map<String, Object> facts) {
        return decisions.evaluateDecisionTableByKey(table, new HashMap<>(facts)).getSingleResult();
    }
}
