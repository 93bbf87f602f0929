package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractMails;
import be.belnet.orderdesk.contract.CopiesReceived;
import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mail that tells what is wrong with the signed copies. */
@Component
class CopiesPreviews implements MailPreviews {
    private static final String REGISTER = "register-signed-copies";
    private static final String DECIDE = "decide-on-changes";

    private final ContractDesk contracts;
    private final ContractMails mails;
    private final OwnWords words;

    CopiesPreviews(ContractDesk contracts, ContractMails mails, OwnWords words) {
        this.contracts = contracts;
        this.mails = mails;
        this.words = words;
    }

    @Override
    public Set<String> forms() {
        return Set.of(REGISTER, DECIDE);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return mail(form, context.orderNumber(), answers).map(mail -> shown(context.orderNumber(), mail)).stream()
                .toList();
    }

    private Optional<Rendered> mail(String form, String order, Answers answers) {
        return form.equals(REGISTER) ? registered(order, answers) : decided(order, answers);
    }

    private Optional<Rendered> registered(String order, Answers answers) {
        CopiesReceived copies = RegisterSignedCopiesForm.copies(answers);
        return copies.accepted() || RegisterSignedCopiesForm.areChangesWanted(copies, answers)
                ? Optional.empty()
                : Optional.of(mails.previewMissingCopy(order, copies, null, answers.text("mailWords")));
    }

    private Optional<Rendered> decided(String order, Answers answers) {
        if (!answers.text("changesDecision").equals("refuse")) {
            return Optional.empty();
        }
        String reason = answers.required("reason");
        return contracts
                .current(order)
                .map(Contract::copies)
                .map(copies -> mails.previewMissingCopy(order, copies, reason, waiting(order)));
    }

    /** What whoever registered the copies wrote for it. */
    private String waiting(String order) {
        return words.waiting(order, "missing-copy").orElse(null);
    }

    private ShownMail shown(String order, Rendered mail) {
        Recipient to = mails.recipient(order);
        return new ShownMail(to.shown(), to.language(), mail.subject(), mail.html());
    }
}
