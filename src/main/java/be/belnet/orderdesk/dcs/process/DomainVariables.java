package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of the processes that have domains validated. All are set before the element that asks for them. */
final class DomainVariables {
    /** How many domains the file has validated; each is known by its place there. */
    static final ProcessVariable<Integer> VALIDATION_COUNT = new ProcessVariable<>("validationCount", Integer.class);

    /** Place of the one domain in its file, from 0. */
    static final ProcessVariable<Integer> PLACE = new ProcessVariable<>("place", Integer.class);

    static final ProcessVariable<Boolean> RECORD_AWAITED = new ProcessVariable<>("recordAwaited", Boolean.class);

    /** Whether the CA is to be told to look; some look by themselves. */
    static final ProcessVariable<Boolean> SUBMISSION_DUE = new ProcessVariable<>("submissionDue", Boolean.class);

    static final ProcessVariable<Boolean> WILDCARD_WANTED = new ProcessVariable<>("wildcardWanted", Boolean.class);

    /** tryAgain or giveUp. */
    static final ProcessVariable<String> DOMAIN_DECISION = new ProcessVariable<>("domainDecision", String.class);

    /** tryAgain or doWithout. */
    static final ProcessVariable<String> WILDCARD_DECISION = new ProcessVariable<>("wildcardDecision", String.class);

    /** An output of dcs-reminders.dmn: wait, remind or takeUp. */
    static final ProcessVariable<String> RECORD_REMINDER = new ProcessVariable<>("recordReminder", String.class);

    /** waitOn or giveUp. */
    static final ProcessVariable<String> TAKE_UP_DECISION = new ProcessVariable<>("takeUpDecision", String.class);

    /** take or cancel. */
    static final ProcessVariable<String> FORMER_ORGANISATION_DECISION =
            new ProcessVariable<>("formerOrganisationDecision", String.class);

    /** goOn or stop. */
    static final ProcessVariable<String> CAMPAIGN_DECISION = new ProcessVariable<>("campaignDecision", String.class);

    static final ProcessVariable<Boolean> CUSTOMERS_SETTLED = new ProcessVariable<>("customersSettled", Boolean.class);

    /** User id; null where the register names none. */
    static final ProcessVariable<String> ACCOUNT_MANAGER = new ProcessVariable<>("accountManager", String.class);

    private DomainVariables() {}
}
