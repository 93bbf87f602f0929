package be.belnet.orderdesk.security;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who works at Belnet, as far as Orderdesk needs to know. */
@Component
public class StaffDirectory {
    /** Groups that tasks are for. */
    public static final List<String> WORKERS =
            List.of("serviceDesk", "customerRelations", "technicalAdvisers", "serviceOperations", "managers");

    /** The engine refuses unlimited lists. */
    private static final int MOST = 500;

    private final IdentityService identity;

    StaffDirectory(IdentityService identity) {
        this.identity = identity;
    }

    /** @param email null when none is known */
    public record StaffMember(String id, String name, String email) {}

    public Optional<StaffMember> find(String userId) {
        return Optional.ofNullable(userId)
                .map(id -> identity.createUserQuery().userId(id).singleResult())
                .map(StaffDirectory::member);
    }

    /** Members of a group by name. */
    public List<StaffMember> membersOf(String group) {
        return identity.createUserQuery().memberOfGroup(group).listPage(0, MOST).stream()
                .map(StaffDirectory::member)
                .sorted(Comparator.comparing(StaffMember::name))
                .toList();
    }

    /** Everybody whom tasks are for, by name. */
    public List<StaffMember> workers() {
        return WORKERS.stream()
                .flatMap(group -> membersOf(group).stream())
                .distinct()
                .sorted(Comparator.comparing(StaffMember::name))
                .toList();
    }

    /** Ids of the groups somebody belongs to now. */
    public List<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static StaffMember member(User user) {
        String name = "%s %s"
                .formatted(
                        Optional.ofNullable(user.getFirstName()).orElse(""),
                        Optional.ofNullable(user.getLastName()).orElse(""))
                .strip();
        return new StaffMember(user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail());
    }
}
