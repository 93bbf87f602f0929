package be.belnet.orderdesk.security;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for the rights of every group that a person is in. The engine's own first lists, in each command, which groups have
 * rights at all, from a table with a row for every task that waits.
 */
class AuthorizationsOfGroups extends AuthorizationManager {
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
