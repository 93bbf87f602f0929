package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever begins a campaign, as whom its file is about: there is no customer who asked for it. */
@Component
class CampaignOwner {
    private final StaffDirectory staff;
    private final Belnet belnet;

    CampaignOwner(StaffDirectory staff, Belnet belnet) {
        this.staff = staff;
        this.belnet = belnet;
    }

    Requester of(FormContext context) {
        StaffMember member = staff.find(context.userId()).orElseThrow();
        return new Requester(
                member.name(),
                Optional.ofNullable(member.email()).orElse(belnet.mail()),
                null,
                context.locale().getLanguage());
    }
}
