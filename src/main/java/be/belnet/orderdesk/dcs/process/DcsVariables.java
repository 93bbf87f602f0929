package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code dcs-order}. All are set before the element that asks for them. */
final class DcsVariables {
    /** How many domains are to be added; each is known by its place in the order file. */
    static final ProcessVariable<Integer> DOMAIN_COUNT = new ProcessVariable<>("domainCount", Integer.class);

    /** tryAgain, leaveDomainOut or cancel. */
    static final ProcessVariable<String> ORGANISATION_DECISION =
            new ProcessVariable<>("organisationDecision", String.class);

    private DcsVariables() {}
}
