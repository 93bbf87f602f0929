package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderdeskTest
class StaffDirectoryTest {
    private static final String COOK = "cook1";
    private static final String CANTEEN = "canteen";

    @Autowired
    StaffDirectory staff;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void somebodyIsOfTheServiceDeskAndTheCanteen() {
        identity.saveUser(identity.newUser(COOK));
        identity.saveGroup(identity.newGroup(CANTEEN));
        identity.createMembership(COOK, CANTEEN);
        identity.createMembership(COOK, StaffGroup.SERVICE_DESK.id());
    }

    @AfterEach
    void theyLeave() {
        identity.deleteUser(COOK);
        identity.deleteGroup(CANTEEN);
    }

    @Test
    void groupThatIsNotOursCountsInTheEngineOnly() {
        assertThat(staff.groupIdsOf(COOK)).containsExactlyInAnyOrder(CANTEEN, "serviceDesk");
        assertThat(staff.groupsOf(COOK)).containsExactly(StaffGroup.SERVICE_DESK);
    }
}
