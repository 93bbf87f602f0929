package be.belnet.orderdesk.audit;

import static be.belnet.orderdesk.audit.DecisionKind.APPROVAL;
import static be.belnet.orderdesk.audit.DecisionKind.BY_HAND;
import static be.belnet.orderdesk.audit.DecisionKind.OVERRIDE;

import be.belnet.orderdesk.workflow.Answers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which answers to which forms are decisions that an auditor asks about. */
final class DecisionForms {
    /** Nothing is decided there: somebody passes on, writes down or does what the process asks for. */
    static final Set<String> NONE = Set.of(
            "advise-customer",
            "answer-question",
            "answer-request",
            "arrange-advice",
            "determine-domains",
            "discuss-question",
            "discuss-wishes",
            "hand-over-appliance",
            "hold-meeting",
            "introduce-account-manager",
            "rectify-data",
            "register-letter",
            "sort-mail",
            "take-up-mail");

    /** Words about people who asked for their data: the request itself keeps them, for a time of its own. */
    static final Set<String> WITHOUT_WORDS = Set.of("check-identity", "decide-on-erasure");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            always("approve-change", APPROVAL),
            always("check-identity", APPROVAL),
            always("confirm-contact", APPROVAL),
            always("countersign-contract", APPROVAL),
            always("decide-on-changes", APPROVAL),
            always("decide-on-erasure", APPROVAL),
            always("determine-certificate-change", APPROVAL),
            always("determine-mail-change", APPROVAL),
            always("determine-needs", APPROVAL),
            always("register-annex", APPROVAL),
            always("register-signed-copies", APPROVAL),
            always("review-notice", APPROVAL),
            always("review-request", APPROVAL),
            always("enter-registration-code", BY_HAND),
            always("steer-campaign", OVERRIDE),
            always("tell-new-date", OVERRIDE),
            by("choose-former-organisation", "formerOrganisationDecision", "take", APPROVAL, "cancel", OVERRIDE),
            by("decide-on-appliance", "applianceDecision", "cancel", OVERRIDE),
            by("decide-on-change", "changeDecision", "byHand", BY_HAND),
            by("decide-on-configuration", "configurationDecision", "cancel", OVERRIDE),
            by("decide-on-differences", "differenceDecision", "act", APPROVAL, "byHand", BY_HAND, "leave", OVERRIDE),
            by("decide-on-domain", "domainDecision", "giveUp", OVERRIDE),
            by("decide-on-ending", "endingDecision", "byHand", BY_HAND),
            by("decide-on-failed-step", "failureDecision", "byHand", BY_HAND, "cancel", OVERRIDE),
            by("decide-on-licence", "licenceDecision", "cancel", OVERRIDE),
            by("decide-on-new-date", "newDateDecision", "move", OVERRIDE, "leave", APPROVAL),
            by(
                    "decide-on-notice",
                    "noticeDecision",
                    "onTime",
                    APPROVAL,
                    "byRule",
                    APPROVAL,
                    "exception",
                    OVERRIDE,
                    "refuse",
                    APPROVAL),
            by(
                    "decide-on-organisation",
                    "organisationDecision",
                    "leaveDomainOut",
                    OVERRIDE,
                    "doneByHand",
                    BY_HAND,
                    "cancel",
                    OVERRIDE),
            by("decide-on-silence", "silenceDecision", "withdraw", OVERRIDE),
            by("decide-on-wildcard", "wildcardDecision", "doWithout", OVERRIDE),
            by("settle-licence-extension", "extensionDecision", "extended", BY_HAND, "leave", OVERRIDE),
            by("settle-mail", "mailDecision", "stopNow", OVERRIDE),
            by("take-up-intention", "intentionDecision", "lapse", OVERRIDE),
            by("take-up-with-customer", "takeUpDecision", "giveUp", OVERRIDE),
            by("undo-by-hand", "undoDecision", "doneByHand", BY_HAND));

    private DecisionForms() {}

    /** Whether it is said which answers to this form are decisions. */
    static boolean isKnown(String form) {
        return NONE.contains(form) || RULES.containsKey(form);
    }

    /** Empty where these answers decide nothing. */
    static Optional<DecisionKind> kind(String form, Answers answers) {
        return Optional.ofNullable(RULES.get(form)).map(rule -> rule.kind(answers));
    }

    private static Map.Entry<String, Rule> always(String form, DecisionKind kind) {
        return Map.entry(form, answers -> kind);
    }

    private static Map.Entry<String, Rule> by(String form, String field, Object... kinds) {
        return Map.entry(form, answers -> {
            for (int i = 0; i < kinds.length; i += 2) {
                if (kinds[i].equals(answers.text(field))) {
                    return (DecisionKind) kinds[i + 1];
                }
            }
            return null;
        });
    }

    private interface Rule {
        /** Null where the answers decide nothing. */
        DecisionKind kind(Answers answers);
    }
}
