package be.belnet.orderdesk.faults;

import be.belnet.orderdesk.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What staff do at a task of an order that goes its straight way.
 *
 * @param user who takes the task when nobody has it
 */
record Work(String user, Map<String, Object> answers) {
    /** The customer has signed; from here on partners work for the order. */
    static final String SIGNING = "userTask_registerSignedCopies";

    private static final Map<String, Work> STRAIGHT_WAY = Map.of(
            "userTask_introduceAccountManager",
            new Work("desk1", Map.of("accountManager", "relations1")),
            "userTask_discussWishes",
            new Work("relations1", Map.of("wishes", "Less spam")),
            "userTask_determineNeeds",
            new Work("relations1", Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40)),
            SIGNING,
            new Work("relations1", copies()),
            "userTask_handOverAppliance",
            new Work("operations1", Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx"))),
            "userTask_countersignContract",
            new Work("relations2", Map.of("countersignedBy", "Director", "returnedBy", "post")));

    /** Null for a task that asks a person what to do about a trouble: it stays. */
    static Work of(String task) {
        if (task.equals("userTask_enterRegistrationCode")) {
            return new Work("operations1", Map.of("registrationCode", Way.registrationCode()));
        }
        return STRAIGHT_WAY.get(task);
    }

    private static Map<String, Object> copies() {
        return Map.of(
                "copiesReceived",
                2,
                "signatoryName",
                "The signatory",
                "signatoryRole",
                "Rector",
                "receivedOn",
                LocalDate.now().toString());
    }
}
