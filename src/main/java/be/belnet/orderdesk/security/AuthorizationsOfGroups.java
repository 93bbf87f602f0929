package be.belnet.orderdesk.security;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for the rights of every group that a person is in. The engine's own first lists, in each command, which groups have
 * rights at all, from a table with a row for every task that waits. It also asks first whether anything at all is revoked,
 * which pays for lists alone: about one thing, one statement tells what is granted and what is revoked.
 */
class AuthorizationsOfGroups extends AuthorizationManager {
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, PermissionCheck right) {
        return withRevoked(() -> super.isAuthorized(user, groups, right));
    }

    @Override
    public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck rights) {
        return withRevoked(() -> super.isAuthorized(user, groups, rights));
    }

    private boolean withRevoked(BooleanSupplier check) {
        Boolean asLists = isRevokeAuthCheckUsed;
        isRevokeAuthCheckUsed = true;
        try {
            return check.getAsBoolean();
        } finally {
            isRevokeAuthCheckUsed = asLists;
        }
    }
}
