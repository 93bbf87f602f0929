package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is revoked counts, for one task and in lists, though no statement asks beforehand whether anything is. */
@OrderdeskTest
class RevokedRightsTest {
    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Test
    void whatIsRevokedIsRefusedThoughTheGroupMay() {
        String task = received();
        assertThat(seen(task)).isOne();
        Authorization revoked = revoke(task);
        try {
            assertThat(seen(task)).isZero();
            assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> claim(task));
        } finally {
            authorizations.deleteAuthorization(revoked.getId());
        }
        claim(task);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("desk2");
    }

    private Authorization revoke(String task) {
        Authorization revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId("desk2");
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(task);
        revoked.removePermission(Permissions.ALL);
        return authorizations.saveAuthorization(revoked);
    }

    private long seen(String task) {
        return desk.as("desk2", () -> tasks.createTaskQuery().taskId(task).count());
    }

    private void claim(String task) {
        desk.as("desk2", () -> {
            tasks.claim(task, "desk2");
            return null;
        });
    }

    private String received() {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        register.university("nl"),
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
        return desk.task(order, "userTask_introduceAccountManager").getId();
    }
}
