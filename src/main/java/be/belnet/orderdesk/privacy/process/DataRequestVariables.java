package be.belnet.orderdesk.privacy.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code data-request}. */
final class DataRequestVariables {
    /** access, rectify or erase. */
    static final ProcessVariable<String> REQUEST_KIND = new ProcessVariable<>("requestKind", String.class);

    /** confirmed or failed. */
    static final ProcessVariable<String> IDENTITY_CHECK = new ProcessVariable<>("identityCheck", String.class);

    /** approve or refuse. */
    static final ProcessVariable<String> ERASURE_DECISION = new ProcessVariable<>("erasureDecision", String.class);

    /** answered or extend. */
    static final ProcessVariable<String> ANSWER_DECISION = new ProcessVariable<>("answerDecision", String.class);

    private DataRequestVariables() {}
}
