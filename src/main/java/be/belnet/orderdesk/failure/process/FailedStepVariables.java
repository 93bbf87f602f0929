package be.belnet.orderdesk.failure.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code failed-step}. */
final class FailedStepVariables {
    /** retry, byHand or cancel. */
    static final ProcessVariable<String> FAILURE_DECISION = new ProcessVariable<>("failureDecision", String.class);

    /** Some steps of the failure are still to be decided on. */
    static final ProcessVariable<Boolean> STEPS_LEFT = new ProcessVariable<>("stepsLeft", Boolean.class);

    private FailedStepVariables() {}
}
