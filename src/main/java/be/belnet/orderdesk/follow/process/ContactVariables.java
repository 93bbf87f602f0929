package be.belnet.orderdesk.follow.process;

import be.belnet.orderdesk.workflow.ProcessVariable;

/** Routing variables of {@code contact-change}. */
final class ContactVariables {
    /** change or keep. */
    static final ProcessVariable<String> CONTACT_OUTCOME = new ProcessVariable<>("contactOutcome", String.class);

    private ContactVariables() {}
}
