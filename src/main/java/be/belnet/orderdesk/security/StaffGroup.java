package be.belnet.orderdesk.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The groups of staff. A demo user's name begins with its group's short name, or is it. */
public enum StaffGroup {
    SERVICE_DESK("serviceDesk", "Service Desk", "desk"),
    CUSTOMER_RELATIONS("customerRelations", "Customer Relations", "relations"),
    TECHNICAL_ADVISERS("technicalAdvisers", "Technical advisers", "adviser"),
    SERVICE_OPERATIONS("serviceOperations", "Service operations", "operations"),
    MANAGERS("managers", "Managers", "manager"),
    AUDITORS("auditors", "Auditors (read only)", "auditor"),
    ADMINISTRATORS("camunda-admin", "Administrators", "admin");

    /** Everyone who has tasks of orders. */
    public static final Set<StaffGroup> WORKERS =
            Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, TECHNICAL_ADVISERS, SERVICE_OPERATIONS, MANAGERS);

    /** Everyone who works on orders or watches over them. */
    public static final Set<StaffGroup> ORDER_READERS =
            Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, TECHNICAL_ADVISERS, SERVICE_OPERATIONS, MANAGERS, AUDITORS);

    /** Who sees contracts, prices, documents and mails. */
    public static final Set<StaffGroup> TERMS_READERS = Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS, AUDITORS);

    /** Who sees the register of customers; auditors only read it. */
    public static final Set<StaffGroup> CUSTOMER_READERS =
            Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS, AUDITORS, ADMINISTRATORS);

    /** Everybody with a group but those who only read. */
    static final Set<StaffGroup> DOERS =
            Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, TECHNICAL_ADVISERS, SERVICE_OPERATIONS, MANAGERS, ADMINISTRATORS);

    private final String id;
    private final String title;
    private final String shortName;

    StaffGroup(String id, String title, String shortName) {
        this.id = id;
        this.title = title;
        this.shortName = shortName;
    }

    /** By which the engine and the models know it. */
    public String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Empty for a group that is not ours. */
    static Optional<StaffGroup> of(String id) {
        return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
    }

    static Optional<StaffGroup> ofDemoUser(String userId) {
        return Arrays.stream(values())
                .filter(group -> userId.replaceAll("\\d+$", "").equals(group.shortName))
                .findFirst();
    }
}
