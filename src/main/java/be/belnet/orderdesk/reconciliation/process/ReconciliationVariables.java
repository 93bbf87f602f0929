package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code reconciliation}. */
final class ReconciliationVariables {
    /** The night found what was not known, and it is to be put before people. */
    static final ProcessVariable<Boolean> DIFFERENCES_FOUND = new ProcessVariable<>("differencesFound", Boolean.class);

    /** The task of an earlier night is open, and has got what was found. */
    static final ProcessVariable<Boolean> TASK_OPEN = new ProcessVariable<>("taskOpen", Boolean.class);

    /** Orderdesk is to do something. */
    static final ProcessVariable<Boolean> ACT_DECIDED = new ProcessVariable<>("actDecided", Boolean.class);

    /** How many differences Orderdesk is to do something about. */
    static final ProcessVariable<Integer> ACT_COUNT = new ProcessVariable<>("actCount", Integer.class);

    /** Some differences of the task are still to be decided on. */
    static final ProcessVariable<Boolean> DIFFERENCES_LEFT = new ProcessVariable<>("differencesLeft", Boolean.class);

    private ReconciliationVariables() {}
}
