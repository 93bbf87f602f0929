package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of the files of notices. All are set before the gateway that asks for them. */
final class TerminationVariables {
    /** BAMS or DCS. */
    static final ProcessVariable<String> SERVICE = new ProcessVariable<>("service", String.class);

    /** accept, review, intention or decide: an output of {@code notice-period.dmn}. */
    static final ProcessVariable<String> NOTICE_OUTCOME = new ProcessVariable<>("noticeOutcome", String.class);

    /** Why: another output. */
    static final ProcessVariable<String> NOTICE_REASON = new ProcessVariable<>("noticeReason", String.class);

    /** rule, serviceDesk, customer or manager: another output. */
    static final ProcessVariable<String> DECIDER = new ProcessVariable<>("decider", String.class);

    /** goOn or refuse. */
    static final ProcessVariable<String> NOTICE_REVIEW = new ProcessVariable<>("noticeReview", String.class);

    /** onTime, byRule, exception or refuse. */
    static final ProcessVariable<String> NOTICE_DECISION = new ProcessVariable<>("noticeDecision", String.class);

    /** What letter-reminders.dmn says for today: wait, remind or silence. */
    static final ProcessVariable<String> LETTER_REMINDER = new ProcessVariable<>("letterReminder", String.class);

    /** waitOn or lapse. */
    static final ProcessVariable<String> INTENTION_DECISION = new ProcessVariable<>("intentionDecision", String.class);

    /** User id; null where the register names nobody. */
    static final ProcessVariable<String> ACCOUNT_MANAGER = new ProcessVariable<>("accountManager", String.class);

    private TerminationVariables() {}
}
