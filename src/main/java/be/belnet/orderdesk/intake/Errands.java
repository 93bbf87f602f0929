package be.belnet.orderdesk.intake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds who takes up a mail of a kind. */
@Component
class Errands {
    private final ObjectProvider<MailErrand> errands;

    Errands(ObjectProvider<MailErrand> errands) {
        this.errands = errands;
    }

    /**
     * The number of the file that was opened for it.
     *
     * @throws java.util.NoSuchElementException when nobody takes up mails of this kind
     */
    String open(MailKind kind, MailRequest request) {
        return errands.stream()
                .filter(errand -> errand.kind() == kind)
                .findFirst()
                .orElseThrow()
                .open(request);
    }
}
