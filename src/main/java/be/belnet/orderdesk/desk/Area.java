package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.security.StaffGroup.ADMINISTRATORS;
import static be.belnet.orderdesk.security.StaffGroup.AUDITORS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_READERS;
import static be.belnet.orderdesk.security.StaffGroup.MANAGERS;
import static be.belnet.orderdesk.security.StaffGroup.ORDER_READERS;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_DESK;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_OPERATIONS;

import be.belnet.orderdesk.security.StaffGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parts of the desk, in the order of the navigation, and whom they are for: {@code AccessRules} lets nobody else in. */
enum Area {
    TASKLIST("/camunda/app/tasklist/default/", "desk.tasklist", Set.of()),
    ORDERS("/orders", "desk.orders", ORDER_READERS),
    CUSTOMERS("/customers", "desk.customers", CUSTOMER_READERS),
    SUBSCRIPTIONS("/subscriptions", "desk.subscriptions", ORDER_READERS),
    DOMAINS("/dcs/domains", "board.title", ORDER_READERS),
    ABSENCES("/absences", "absence.title", ORDER_READERS),
    NOTICE("/notice", "desk.notice", ORDER_READERS),
    PRIVACY("/privacy/requests", "privacy.nav", Set.of(SERVICE_DESK, MANAGERS, AUDITORS)),
    PARTNERS("/partners", "desk.partners", ORDER_READERS),
    AUDIT("/audit", "audit.title", Set.of(MANAGERS, AUDITORS)),
    RECONCILIATION("/reconciliation", "reconciliation.title", Set.of(SERVICE_OPERATIONS, MANAGERS, AUDITORS)),
    FEEDBACK("/feedback", "feedback.title", Set.of(MANAGERS, AUDITORS)),
    COCKPIT("/camunda/app/cockpit/default/", "desk.cockpit", Set.of(MANAGERS, AUDITORS, ADMINISTRATORS));

    private final String path;
    private final String label;
    private final Set<StaffGroup> groups;

    /** @param groups none when it is for everybody who can sign in */
    Area(String path, String label, Set<StaffGroup> groups) {
        this.path = path;
        this.label = label;
        this.groups = groups;
    }

    /** Those for a member of these groups. */
    static List<Area> of(Set<StaffGroup> groups) {
        return Arrays.stream(values()).filter(area -> area.isFor(groups)).toList();
    }

    private boolean isFor(Set<StaffGroup> memberOf) {
        return groups.isEmpty() || memberOf.stream().anyMatch(groups::contains);
    }

    /** By which pages say where they belong. */
    public String getCode() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getPath() {
        return path;
    }

    /** Key of its words. */
    public String getLabel() {
        return label;
    }
}
