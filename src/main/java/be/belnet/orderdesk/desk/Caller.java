package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.security.StaffGroup.ADMINISTRATORS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_RELATIONS;
import static be.belnet.orderdesk.security.StaffGroup.MANAGERS;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_DESK;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_OPERATIONS;
import static be.belnet.orderdesk.security.StaffGroup.WORKERS;

import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the person who calls may do, and how the engine gets to know who it is. */
@Component
class Caller {
    private static final Set<StaffGroup> MAY_ACT_ON_ORDERS = Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, MANAGERS);
    private static final Set<StaffGroup> MAY_PAUSE = Set.of(SERVICE_OPERATIONS, MANAGERS);
    private static final Set<StaffGroup> MAY_RETRY = Set.of(MANAGERS, ADMINISTRATORS);
    private static final Set<StaffGroup> MAY_ACT_ON_DOMAINS = Set.of(CUSTOMER_RELATIONS, SERVICE_OPERATIONS);
    private static final Set<StaffGroup> MAY_INVOICE = Set.of(CUSTOMER_RELATIONS, MANAGERS);
    private static final Set<StaffGroup> MAY_IMPORT = Set.of(MANAGERS, ADMINISTRATORS);

    private final StaffDirectory staff;
    private final IdentityService identity;

    Caller(StaffDirectory staff, IdentityService identity) {
        this.staff = staff;
        this.identity = identity;
    }

    /** May withdraw and cancel orders and add scans to them. */
    boolean mayActOnOrders(String userId) {
        return isOfAny(userId, MAY_ACT_ON_ORDERS);
    }

    /** What whoever is signed in sees of orders; nothing but where they stand when nobody is. */
    Sight sight() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return Sight.of(signedIn == null ? Set.of() : staff.groupsOf(signedIn.getName()));
    }

    /** Whether somebody is of service operations, whose words about an order its members need. */
    boolean isOfOperations(String userId) {
        return staff.groupsOf(userId).contains(SERVICE_OPERATIONS);
    }

    /** May see what people decided, and take all of an order in one file. */
    boolean mayAudit(String userId) {
        return areas(userId).contains(Area.AUDIT);
    }

    /** May open the files of orders. */
    boolean mayReadOrders(String userId) {
        return areas(userId).contains(Area.ORDERS);
    }

    /** May have all failed steps of a cause tried again. */
    boolean mayRetry(String userId) {
        return isOfAny(userId, MAY_RETRY);
    }

    /** May add notes to orders and write mails about them. */
    boolean mayNote(String userId) {
        return isOfAny(userId, WORKERS);
    }

    /** Whose the task is, by name or by group; managers may step in. */
    boolean mayWorkOn(String userId, OpenTask task) {
        List<String> groups = staff.groupIdsOf(userId);
        return userId.equals(task.assignee())
                || groups.contains(MANAGERS.id())
                || task.candidateGroups().stream().anyMatch(groups::contains);
    }

    boolean mayPausePartners(String userId) {
        return isOfAny(userId, MAY_PAUSE);
    }

    /** May do for a customer what it asks for about one of its domains. */
    boolean mayActOnDomains(String userId) {
        return isOfAny(userId, MAY_ACT_ON_DOMAINS);
    }

    /** May take over what customers had before Orderdesk. */
    boolean mayImport(String userId) {
        return isOfAny(userId, MAY_IMPORT);
    }

    /** May fetch what invoices need. */
    boolean mayInvoice(String userId) {
        return isOfAny(userId, MAY_INVOICE);
    }

    /** May decide on what somebody else has proposed. */
    boolean mayDecide(String userId) {
        return staff.groupsOf(userId).contains(MANAGERS);
    }

    boolean maySeeCustomers(String userId) {
        return areas(userId).contains(Area.CUSTOMERS);
    }

    /** Parts of the desk that are for this person. */
    List<Area> areas(String userId) {
        return Area.of(staff.groupsOf(userId));
    }

    /** Does something in the engine in the person's name: with its rights, and named in the operation log. */
    <T> T inTheEngine(String userId, Supplier<T> work) {
        List<String> groups = staff.groupIdsOf(userId);
        try {
            identity.setAuthentication(userId, groups);
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean isOfAny(String userId, Set<StaffGroup> groups) {
        return staff.groupsOf(userId).stream().anyMatch(groups::contains);
    }
}
