package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.workflow.TaskForm.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** Members of staff as the choices of a form. */
@Component
public class StaffOptions {
    private final StaffDirectory staff;

    StaffOptions(StaffDirectory staff) {
        this.staff = staff;
    }

    public List<Option> membersOf(StaffGroup group) {
        return staff.membersOf(group).stream()
                .map(member -> new Option(member.id(), member.name()))
                .toList();
    }
}
