package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormEnclosure;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what people add to the mail to which their form leads, and shows it again where the form comes back. */
@Component
public class MailWords implements FormEnclosure {
    private static final String FIELD = "mailWords";

    /** The mail that takes the words, by form. */
    private static final Map<String, String> MAILS = Map.ofEntries(
            Map.entry("introduce-account-manager", "introduction-customer"),
            Map.entry("discuss-wishes", "invitation"),
            Map.entry("hold-meeting", "invitation"),
            Map.entry("arrange-advice", "advice-appointment"),
            Map.entry("determine-needs", "contract"),
            Map.entry("determine-domains", "contract"),
            Map.entry("register-signed-copies", "missing-copy"),
            Map.entry("decide-on-silence", "order-lapsed"),
            Map.entry("hand-over-appliance", "appliance-ready"),
            Map.entry("countersign-contract", "contract-countersigned"),
            Map.entry("review-notice", "notice-confirmed"),
            Map.entry("decide-on-notice", "notice-confirmed"),
            Map.entry("decide-on-new-date", "notice-confirmed"),
            Map.entry("register-letter", "notice-confirmed"),
            Map.entry("take-up-intention", "notice-lapsed"),
            Map.entry("determine-mail-change", "change-confirmed"),
            Map.entry("determine-certificate-change", "change-confirmed"),
            Map.entry("approve-change", "change-confirmed"),
            Map.entry("register-annex", "change-done"));

    private final OwnWords words;

    MailWords(OwnWords words) {
        this.words = words;
    }

    @Override
    public Map<String, Object> values(String form, FormContext context) {
        return Optional.ofNullable(MAILS.get(form))
                .flatMap(mail -> words.waiting(context.orderNumber(), mail))
                .<Map<String, Object>>map(waiting -> Map.of(FIELD, waiting))
                .orElse(Map.of());
    }

    @Override
    public void keep(String form, FormContext context, Answers answers) {
        Optional.ofNullable(MAILS.get(form))
                .ifPresent(mail -> words.keep(context.orderNumber(), mail, answers.text(FIELD)));
    }
}
