package be.belnet.orderdesk.team;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Staff as mails address them. */
@Component
public class Colleagues {
    private final Absences absences;
    private final StaffDirectory staff;
    private final StaffSettings settings;
    private final Belnet belnet;

    Colleagues(Absences absences, StaffDirectory staff, StaffSettings settings, Belnet belnet) {
        this.absences = absences;
        this.staff = staff;
        this.settings = settings;
        this.belnet = belnet;
    }

    /** An account manager, or who stands in today; at Belnet's own address where the directory has none. */
    public Recipient accountManager(String userId) {
        return inPerson(absences.actingFor(userId));
    }

    /** An account manager, away or not; at Belnet's own address where the directory has none. */
    public Recipient inPerson(String userId) {
        StaffMember member = staff.find(userId).orElse(new StaffMember(userId, userId, null));
        String email = Optional.ofNullable(member.email()).orElse(belnet.mail());
        return new Recipient(
                "accountManager", member.name(), email, settings.of(userId).language());
    }
}
