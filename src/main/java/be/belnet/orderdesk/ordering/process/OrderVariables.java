package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of the orders of every service. All are set before the gateway that asks for them. */
final class OrderVariables {
    static final ProcessVariable<Boolean> ELIGIBLE = new ProcessVariable<>("eligible", Boolean.class);

    /** An output of the service's decision table, such as {@code bams-eligibility.dmn}. */
    static final ProcessVariable<String> ELIGIBILITY_REASON = new ProcessVariable<>("eligibilityReason", String.class);

    /** accept, askCustomer, joinOrder, treatAsChange, treatAsSupport or reject. */
    static final ProcessVariable<String> REQUEST_OUTCOME = new ProcessVariable<>("requestOutcome", String.class);

    /** Whether the reason that the reviewer saw is about the customer that the order has now. */
    static final ProcessVariable<Boolean> CUSTOMER_JUDGED = new ProcessVariable<>("customerJudged", Boolean.class);

    /** User id. */
    static final ProcessVariable<String> ACCOUNT_MANAGER = new ProcessVariable<>("accountManager", String.class);

    /** How the order is left: false when Belnet cancels it. */
    static final ProcessVariable<Boolean> WITHDRAWN_BY_CUSTOMER =
            new ProcessVariable<>("withdrawnByCustomer", Boolean.class);

    private OrderVariables() {}
}
