package be.belnet.orderdesk.security;

import static be.belnet.orderdesk.security.StaffGroup.ADMINISTRATORS;
import static be.belnet.orderdesk.security.StaffGroup.AUDITORS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_RELATIONS;
import static be.belnet.orderdesk.security.StaffGroup.MANAGERS;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_DESK;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_OPERATIONS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/** What each group may do in the engine beyond the tasks that a model offers it. Stated here, restored at each start. */
@Component
class Grants {
    /** Processes that begin with a start form, and whose it is. */
    private static final Map<StaffGroup, List<String>> STARTS = Map.of(
            SERVICE_DESK,
                    List.of(
                            "bams-order",
                            "dcs-order",
                            "service-termination",
                            "service-change",
                            "dcs-validation",
                            "support-request",
                            "data-request"),
            CUSTOMER_RELATIONS, List.of("service-termination", "service-change"),
            SERVICE_OPERATIONS, List.of("dcs-migration", "dcs-validation"),
            MANAGERS,
                    List.of(
                            "bams-order",
                            "dcs-order",
                            "service-termination",
                            "service-change",
                            "dcs-validation",
                            "dcs-migration",
                            "dcs-migration-campaign",
                            "support-request"));

    private static final List<StaffGroup> READERS = List.of(MANAGERS, AUDITORS);

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void restore() {
        Arrays.stream(Resources.values())
                .forEach(resource -> grant(ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL));
        StaffGroup.WORKERS.stream().filter(group -> !READERS.contains(group)).forEach(this::letWork);
        READERS.forEach(this::letRead);
        letAudit();
        STARTS.forEach(this::letStart);
    }

    void letSeeFilter(StaffGroup group, String filterId) {
        grant(group, Resources.FILTER, filterId, Permissions.READ);
    }

    private void letWork(StaffGroup group) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(group, Resources.USER, Authorization.ANY, Permissions.READ);
    }

    private void letRead(StaffGroup group) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(group, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        grant(group, Resources.USER, Authorization.ANY, Permissions.READ);
        grant(group, Resources.GROUP, Authorization.ANY, Permissions.READ);
    }

    /** Who may do what here is part of what auditors look at. */
    private void letAudit() {
        grant(AUDITORS, Resources.APPLICATION, "admin", Permissions.ACCESS);
        List.of(Resources.AUTHORIZATION, Resources.BATCH)
                .forEach(resource -> grant(AUDITORS, resource, Authorization.ANY, Permissions.READ));
        grant(AUDITORS, Resources.OPERATION_LOG_CATEGORY, Authorization.ANY, UserOperationLogCategoryPermissions.READ);
    }

    private void letStart(StaffGroup group, List<String> starts) {
        starts.forEach(process ->
                grant(group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE));
        grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    }

    private void grant(StaffGroup group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group.id());
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
