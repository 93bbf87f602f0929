package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of questions. All are set before the gateway that asks for them. */
final class SupportVariables {
    /** partner, serviceDesk or accountManager: an output of {@code support-routing.dmn}. */
    static final ProcessVariable<String> SUPPORT_ROUTE = new ProcessVariable<>("supportRoute", String.class);

    /** answer, passOn or handToPartner. */
    static final ProcessVariable<String> SUPPORT_DECISION = new ProcessVariable<>("supportDecision", String.class);

    /** answer or giveBack. */
    static final ProcessVariable<String> MANAGER_DECISION = new ProcessVariable<>("managerDecision", String.class);

    /** User id. */
    static final ProcessVariable<String> ACCOUNT_MANAGER = new ProcessVariable<>("accountManager", String.class);

    private SupportVariables() {}
}
