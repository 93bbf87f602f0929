package be.belnet.orderdesk.security;

import java.util.Arrays;
import java.util.Optional;

/** The groups of staff. A demo user's name begins with its group's short name, or is it. */
enum StaffGroup {
    SERVICE_DESK("serviceDesk", "Service Desk", "desk"),
    CUSTOMER_RELATIONS("customerRelations", "Customer Relations", "relations"),
    TECHNICAL_ADVISERS("technicalAdvisers", "Technical advisers", "adviser"),
    SERVICE_OPERATIONS("serviceOperations", "Service operations", "operations"),
    MANAGERS("managers", "Managers", "manager"),
    AUDITORS("auditors", "Auditors (read only)", "auditor"),
    ADMINISTRATORS("camunda-admin", "Administrators", "admin");

    private final String id;
    private final String title;
    private final String shortName;

    StaffGroup(String id, String title, String shortName) {
        this.id = id;
        this.title = title;
        this.shortName = shortName;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    static Optional<StaffGroup> ofDemoUser(String userId) {
        return Arrays.stream(values())
                .filter(group -> userId.replaceAll("\\d+$", "").equals(group.shortName))
                .findFirst();
    }
}
