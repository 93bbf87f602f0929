package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderdeskTest
class StaffSetupTest {
    @Autowired
    StaffSetup setup;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Test
    void nodesThatStartTogetherLeaveOneOfEach() throws Exception {
        List<Long> before = counts();
        Callable<Void> start = () -> {
            setup.setUp();
            return null;
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var node : nodes.invokeAll(List.of(start, start))) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void listThatAnAdministratorNamedLikeOneOfOursStaysTheirs() {
        Filter theirs = filters.newTaskFilter("My tasks").setQuery(tasks.createTaskQuery());
        theirs.setOwner("admin");
        String id = filters.saveFilter(theirs).getId();
        try {
            setup.setUp();
            assertThat(filters.getFilter(id).getOwner()).isEqualTo("admin");
        } finally {
            filters.deleteFilter(id);
        }
    }

    @Test
    void listOfAnEarlierReleaseGoes() {
        filters.saveFilter(filters.newTaskFilter("Waiting for others").setQuery(tasks.createTaskQuery()));
        setup.setUp();
        assertThat(filters.createTaskFilterQuery()
                        .filterName("Waiting for others")
                        .count())
                .isZero();
    }

    @Test
    void everyDemoUserHasAGroup() {
        for (String user : StaffSetup.DEMO_USERS) {
            assertThat(identity.createGroupQuery().groupMember(user).count())
                    .as(user)
                    .isOne();
        }
        assertThat(identity.createUserQuery().memberOfGroup("serviceDesk").list())
                .extracting("id")
                .containsExactlyInAnyOrder("desk1", "desk2");
    }

    @Test
    void passwordsAreHashedSlowly() {
        assertThat(new BcryptPasswords().encrypt("desk1")).startsWith("$2a$10$");
        assertThat(identity.checkPassword("operations2", "operations2")).isTrue();
        assertThat(identity.checkPassword("operations2", "operations1")).isFalse();
    }

    private List<Long> counts() {
        return List.of(
                identity.createUserQuery().count(),
                identity.createGroupQuery().count(),
                authorizations.createAuthorizationQuery().count(),
                filters.createTaskFilterQuery().count());
    }
}
