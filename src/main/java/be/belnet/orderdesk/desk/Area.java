package be.belnet.orderdesk.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parts of the desk, in the order of the navigation, and whom they are for: {@code SecurityConfiguration} lets nobody else in. */
enum Area {
    TASKLIST("/camunda/app/tasklist/default/", "desk.tasklist"),
    ORDERS("/orders", "desk.orders", Area.READERS),
    CUSTOMERS(
            "/customers",
            "desk.customers",
            "serviceDesk",
            "customerRelations",
            "managers",
            "auditors",
            "camunda-admin"),
    SUBSCRIPTIONS("/subscriptions", "desk.subscriptions", Area.READERS),
    DOMAINS("/dcs/domains", "board.title", Area.READERS),
    ABSENCES("/absences", "absence.title", Area.READERS),
    NOTICE("/notice", "desk.notice", Area.READERS),
    PRIVACY("/privacy/requests", "privacy.nav", "serviceDesk", "managers", "auditors"),
    PARTNERS("/partners", "desk.partners", Area.READERS),
    AUDIT("/audit", "audit.title", "managers", "auditors"),
    RECONCILIATION("/reconciliation", "reconciliation.title", "serviceOperations", "managers", "auditors"),
    FEEDBACK("/feedback", "feedback.title", "managers", "auditors"),
    COCKPIT("/camunda/app/cockpit/default/", "desk.cockpit", "managers", "auditors", "camunda-admin");

    /** Stands for every group that reads orders. */
    private static final String READERS = "readers";

    private static final Set<String> ALL_READERS = Set.of(
            "serviceDesk", "customerRelations", "technicalAdvisers", "serviceOperations", "managers", "auditors");

    private final String path;
    private final String label;
    private final List<String> groups;

    Area(String path, String label, String... groups) {
        this.path = path;
        this.label = label;
        this.groups = List.of(groups);
    }

    /** Those for a member of these groups. */
    static List<Area> of(Collection<String> groups) {
        return Arrays.stream(values()).filter(area -> area.isFor(groups)).toList();
    }

    private boolean isFor(Collection<String> memberOf) {
        return groups.isEmpty()
                || memberOf.stream()
                        .anyMatch(group ->
                                groups.contains(group) || groups.contains(READERS) && ALL_READERS.contains(group));
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
