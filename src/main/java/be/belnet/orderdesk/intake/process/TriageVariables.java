package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code mail-triage}. */
final class TriageVariables {
    /** A mail of ours came back, and nothing is to be sorted. */
    static final ProcessVariable<Boolean> MAIL_BOUNCED = new ProcessVariable<>("mailBounced", Boolean.class);

    /** startBams, startDcs, addToOrder, termination, support, change or notForUs. */
    static final ProcessVariable<String> MAIL_OUTCOME = new ProcessVariable<>("mailOutcome", String.class);

    private TriageVariables() {}
}
