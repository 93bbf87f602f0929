package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of the files of changes. All are set before the gateway that asks for them. */
final class ChangeVariables {
    /** BAMS or DCS. */
    static final ProcessVariable<String> SERVICE = new ProcessVariable<>("service", String.class);

    /** mailSecurity or certificates: an output of {@code change-terms.dmn}. */
    static final ProcessVariable<String> CHANGE_STEPS = new ProcessVariable<>("changeSteps", String.class);

    /** goOn or refuse. */
    static final ProcessVariable<String> CHANGE_REVIEW = new ProcessVariable<>("changeReview", String.class);

    /** nobody or manager: another output. */
    static final ProcessVariable<String> CHANGE_APPROVER = new ProcessVariable<>("changeApprover", String.class);

    /** Another output. */
    static final ProcessVariable<Boolean> ANNEX_NEEDED = new ProcessVariable<>("annexNeeded", Boolean.class);

    /** Why: another output. */
    static final ProcessVariable<String> CHANGE_REASON = new ProcessVariable<>("changeReason", String.class);

    /** approve or refuse. */
    static final ProcessVariable<String> CHANGE_APPROVAL = new ProcessVariable<>("changeApproval", String.class);

    /** signed or declined. */
    static final ProcessVariable<String> ANNEX_OUTCOME = new ProcessVariable<>("annexOutcome", String.class);

    private ChangeVariables() {}
}
