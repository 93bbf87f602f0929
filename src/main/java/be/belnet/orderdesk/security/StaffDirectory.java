package be.belnet.orderdesk.security;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who works at Belnet, as far as Orderdesk needs to know. */
@Component
public class StaffDirectory {
    /** The engine refuses unlimited lists. */
    private static final int MOST = 500;

    private static final Comparator<StaffMember> BY_NAME =
            Comparator.comparing(StaffMember::name).thenComparing(StaffMember::id);

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
    public List<StaffMember> membersOf(StaffGroup group) {
        return identity.createUserQuery().memberOfGroup(group.id()).listPage(0, MOST).stream()
                .map(StaffDirectory::member)
                .sorted(BY_NAME)
                .toList();
    }

    /** Everybody whom tasks are for, by name. */
    public List<StaffMember> workers() {
        return StaffGroup.WORKERS.stream()
                .flatMap(group -> membersOf(group).stream())
                .distinct()
                .sorted(BY_NAME)
                .toList();
    }

    /** Those of our groups that somebody belongs to now. */
    public Set<StaffGroup> groupsOf(String userId) {
        return groupIdsOf(userId).stream()
                .flatMap(id -> StaffGroup.of(id).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StaffGroup.class)));
    }

    /** Ids of all groups somebody belongs to now, those included that only the engine knows. */
    public List<String> groupIdsOf(String userId) {
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
