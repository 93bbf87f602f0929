package be.belnet.orderdesk.change;

import be.belnet.orderdesk.intake.MailErrand;
import be.belnet.orderdesk.intake.MailKind;
import be.belnet.orderdesk.intake.MailRequest;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Begins changes that customers ask for by mail. What they are to come to is determined by the Service Desk; which
 * subscription is meant must be clear: the only one of the service, or the one whose contract the mail names.
 */
@Component
class MailChanges implements MailErrand {
    private final ChangeProcess process;
    private final Subscriptions subscriptions;

    MailChanges(ChangeProcess process, Subscriptions subscriptions) {
        this.process = process;
        this.subscriptions = subscriptions;
    }

    @Override
    public MailKind kind() {
        return MailKind.CHANGE;
    }

    @Override
    public String open(MailRequest request) {
        if (request.acronym() == null) {
            throw new AnswersRefusedException("acronym", "form.error.required");
        }
        return process.begin(
                new NewChange(
                        request.service(),
                        request.acronym(),
                        request.contract() == null ? named(request) : request.contract(),
                        request.text(),
                        null,
                        request.requester()),
                request.token());
    }

    /** Number of the one contract that the mail names; null where it names none or several. */
    private String named(MailRequest request) {
        List<String> named = subscriptions.running(request.acronym(), request.service()).stream()
                .map(subscription -> subscription.agreement().contractNumber())
                .filter(Objects::nonNull)
                .filter(number -> names(request.text(), number))
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    private static boolean names(String text, String contract) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}-])" + Pattern.quote(contract) + "(?![\\p{L}\\p{N}-])")
                .matcher(text)
                .find();
    }
}
