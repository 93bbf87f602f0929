package be.belnet.orderdesk.intake;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The errands that are there. */
@Component
class Errands {
    private final ObjectProvider<MailErrand> errands;

    Errands(ObjectProvider<MailErrand> errands) {
        this.errands = errands;
    }

    /** The number of the file that was opened; empty where a person has to take it up by hand. */
    Optional<String> open(MailKind kind, MailRequest request) {
        return errands.stream()
                .filter(errand -> errand.kind() == kind)
                .findFirst()
                .map(errand -> errand.open(request));
    }
}
