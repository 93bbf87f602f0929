package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code bams-order}. All are set before the gateway that asks for them. */
final class BamsVariables {
    static final ProcessVariable<Boolean> ELIGIBLE = new ProcessVariable<>("eligible", Boolean.class);

    /** An output of {@code bams-eligibility.dmn}. */
    static final ProcessVariable<String> ELIGIBILITY_REASON = new ProcessVariable<>("eligibilityReason", String.class);

    /** accept, askCustomer, joinOrder, treatAsChange, treatAsSupport or reject. */
    static final ProcessVariable<String> REQUEST_OUTCOME = new ProcessVariable<>("requestOutcome", String.class);

    /** User id. */
    static final ProcessVariable<String> ACCOUNT_MANAGER = new ProcessVariable<>("accountManager", String.class);

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

    /** The licence is bought through a distributor. */
    static final ProcessVariable<Boolean> THROUGH_DISTRIBUTOR =
            new ProcessVariable<>("throughDistributor", Boolean.class);

    /** How the order is left: false when Belnet cancels it. */
    static final ProcessVariable<Boolean> WITHDRAWN_BY_CUSTOMER =
            new ProcessVariable<>("withdrawnByCustomer", Boolean.class);

    private BamsVariables() {}
}
