package be.belnet.orderdesk.security;

import be.belnet.orderdesk.database.NamedLock;
import be.belnet.orderdesk.security.SignOnProperties.Mode;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes groups, grants, task filters and demo users at start, once, however many nodes start together. */
@Component
class StaffSetup {
    /** Sign-in names of the sandbox; the password is the name. */
    static final List<String> DEMO_USERS = List.of(
            "desk1",
            "desk2",
            "relations1",
            "relations2",
            "adviser1",
            "operations1",
            "operations2",
            "manager1",
            "auditor1",
            "admin");

    private final IdentityService identity;
    private final Grants grants;
    private final TaskFilters filters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean demoUsers;
    private final Mode mode;

    StaffSetup(
            IdentityService identity,
            Grants grants,
            TaskFilters filters,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${orderdesk.demo-users:false}") boolean demoUsers,
            SignOnProperties settings) {
        this.identity = identity;
        this.grants = grants;
        this.filters = filters;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demoUsers = demoUsers;
        this.mode = settings.mode();
    }

    /** Before everything else that waits for the start, since that may act for a group. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void setUp() {
        transaction.executeWithoutResult(status -> {
            lock();
            List.of(StaffGroup.values()).forEach(this::create);
            grants.restore();
            filters.restore();
            if (demoUsers) {
                DEMO_USERS.forEach(this::create);
            }
            if (mode == Mode.OIDC) {
                keepAnAdministrator();
            }
            requireAnAdministrator();
        });
    }

    /** The engine would let anybody make one when the group is empty, were it not for our own guard. */
    private void requireAnAdministrator() {
        if (identity.createUserQuery()
                        .memberOfGroup(StaffGroup.ADMINISTRATORS.id())
                        .count()
                == 0) {
            throw new IllegalStateException(
                    "Nobody is in the group camunda-admin: start once with orderdesk.demo-users on, or sign on by OpenID");
        }
    }

    private void keepAnAdministrator() {
        if (identity.createUserQuery().userId(BreakGlass.USER).count() == 0) {
            User created = identity.newUser(BreakGlass.USER);
            created.setFirstName("");
            created.setLastName("Break-glass administrator");
            identity.saveUser(created);
        }
        if (identity.createGroupQuery().groupMember(BreakGlass.USER).count() == 0) {
            identity.createMembership(BreakGlass.USER, StaffGroup.ADMINISTRATORS.id());
        }
    }

    private void lock() {
        NamedLock.hold(jdbc, "staff");
    }

    private void create(StaffGroup group) {
        if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
            Group created = identity.newGroup(group.id());
            created.setName(group.title());
            created.setType(group == StaffGroup.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(created);
        }
    }

    private void create(String demoUser) {
        if (identity.createUserQuery().userId(demoUser).count() == 0) {
            User created = identity.newUser(demoUser);
            created.setFirstName(demoUser);
            created.setLastName("");
            created.setPassword(demoUser);
            identity.saveUser(created);
            StaffGroup.ofDemoUser(demoUser).ifPresent(group -> identity.createMembership(demoUser, group.id()));
        }
    }
}
