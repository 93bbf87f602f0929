package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code contract-signature}. All are set before the gateway that asks for them. */
final class ContractVariables {
    /** Two copies without defect came back. */
    static final ProcessVariable<Boolean> COPIES_ACCEPTED = new ProcessVariable<>("copiesAccepted", Boolean.class);

    /** The customer changed the text of a copy. */
    static final ProcessVariable<Boolean> CHANGES_WANTED = new ProcessVariable<>("changesWanted", Boolean.class);

    /** accept, refuse, backToNeeds or giveUp. */
    static final ProcessVariable<String> CHANGES_DECISION = new ProcessVariable<>("changesDecision", String.class);

    static final ProcessVariable<Boolean> CONTRACT_SIGNED = new ProcessVariable<>("contractSigned", Boolean.class);

    /** The contract stays unsigned because the needs are talked over again. */
    static final ProcessVariable<Boolean> NEEDS_REOPENED = new ProcessVariable<>("needsReopened", Boolean.class);

    /** What contract-reminders.dmn says for today: wait, remind or silence. */
    static final ProcessVariable<String> REMINDER = new ProcessVariable<>("reminder", String.class);

    /** waitOn or withdraw. */
    static final ProcessVariable<String> SILENCE_DECISION = new ProcessVariable<>("silenceDecision", String.class);

    private ContractVariables() {}
}
