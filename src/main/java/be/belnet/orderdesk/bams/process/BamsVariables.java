package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/**
 * Routing variables of {@code bams-order}, {@code licence-extension} and {@code bams-termination}. All are set before the
 * gateway that asks for them.
 */
final class BamsVariables {
    static final ProcessVariable<Boolean> MEETING_NEEDED = new ProcessVariable<>("meetingNeeded", Boolean.class);
    static final ProcessVariable<Boolean> MEETING_HELD = new ProcessVariable<>("meetingHeld", Boolean.class);
    static final ProcessVariable<Boolean> TECHNICAL_ADVICE_NEEDED =
            new ProcessVariable<>("technicalAdviceNeeded", Boolean.class);

    /** tryAgain or cancel. */
    static final ProcessVariable<String> LICENCE_DECISION = new ProcessVariable<>("licenceDecision", String.class);

    /** tryAgain or cancel. */
    static final ProcessVariable<String> APPLIANCE_DECISION = new ProcessVariable<>("applianceDecision", String.class);

    /** tryAgain or cancel. */
    static final ProcessVariable<String> CONFIGURATION_DECISION =
            new ProcessVariable<>("configurationDecision", String.class);

    /** extended, tryAgain or leave. */
    static final ProcessVariable<String> EXTENSION_DECISION = new ProcessVariable<>("extensionDecision", String.class);

    /** The licence is bought through a distributor. */
    static final ProcessVariable<Boolean> THROUGH_DISTRIBUTOR =
            new ProcessVariable<>("throughDistributor", Boolean.class);

    /** Mail of some domain still comes to the appliance, or nobody can tell. */
    static final ProcessVariable<Boolean> MAIL_STILL_OURS = new ProcessVariable<>("mailStillOurs", Boolean.class);

    /** lookAgain or stopNow. */
    static final ProcessVariable<String> MAIL_DECISION = new ProcessVariable<>("mailDecision", String.class);

    private BamsVariables() {}
}
