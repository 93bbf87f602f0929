package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormEnclosure;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what people add to the mail to which their form leads, and shows it again where the form comes back. */
@Component
class MailWords implements FormEnclosure {
    private static final String FIELD = "mailWords";

    /** The mail that takes the words, by form. */
    private static final Map<String, String> MAILS = Map.of(
            "introduce-account-manager", "introduction-customer",
            "discuss-wishes", "invitation",
            "arrange-advice", "advice-appointment",
            "determine-needs", "contract",
            "determine-domains", "contract",
            "register-signed-copies", "missing-copy",
            "countersign-contract", "contract-countersigned");

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
