package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractMails;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.ordering.ContractDraft;
import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.ordering.OrderMails;
import be.belnet.orderdesk.ordering.RequestReview;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The mails to which the forms of every order lead: review, introduction, contract, countersigned contract. */
@Component
class OrderPreviews implements MailPreviews {
    private static final String REVIEW = "review-request";
    private static final String INTRODUCE = "introduce-account-manager";
    private static final String COUNTERSIGN = "countersign-contract";
    private static final String WORDS = "mailWords";

    private final OrderMails mails;
    private final RequestReview review;
    private final ContractDesk contracts;
    private final ContractMails contractMails;
    private final List<ContractDraft> drafts;
    private final Recipients recipients;
    private final MailRehearsal rehearsal;

    OrderPreviews(
            OrderMails mails,
            RequestReview review,
            ContractDesk contracts,
            ContractMails contractMails,
            List<ContractDraft> drafts,
            Recipients recipients,
            MailRehearsal rehearsal) {
        this.mails = mails;
        this.review = review;
        this.contracts = contracts;
        this.contractMails = contractMails;
        this.drafts = List.copyOf(drafts);
        this.recipients = recipients;
        this.rehearsal = rehearsal;
    }

    @Override
    public Set<String> forms() {
        return Stream.concat(
                        Stream.of(REVIEW, INTRODUCE, COUNTERSIGN),
                        drafts.stream().map(ContractDraft::form))
                .collect(Collectors.toSet());
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        String order = context.orderNumber();
        return switch (form) {
            case REVIEW -> reviewed(order, answers);
            case INTRODUCE -> rehearsal.of(form, context, answers, routing -> mails.introduce(order));
            case COUNTERSIGN -> List.of(shown(signatory(order), countersigned(order, answers)));
            default -> contract(form, order, answers);
        };
    }

    private List<ShownMail> reviewed(String order, Answers answers) {
        String outcome = answers.text("requestOutcome");
        if (outcome.equals("accept")) {
            return List.of();
        }
        return List.of(shown(recipients.requester(order), review.preview(order, outcome, answers.reason())));
    }

    private Rendered countersigned(String order, Answers answers) {
        return mails.previewCountersigned(
                order,
                answers.text("returnedBy"),
                contracts.countersignedScan(order).isPresent(),
                answers.text(WORDS));
    }

    private List<ShownMail> contract(String form, String order, Answers answers) {
        if (answers.flag("technicalAdviceNeeded", false)) {
            return List.of();
        }
        return drafts.stream()
                .filter(draft -> draft.form().equals(form))
                .map(draft -> shown(
                        signatory(order), contractMails.preview(order, draft.terms(answers), answers.text(WORDS))))
                .toList();
    }

    private Recipient signatory(String order) {
        return recipients.contact(order, ContactRole.SIGNATORY);
    }

    private static ShownMail shown(Recipient to, Rendered mail) {
        return new ShownMail(to.shown(), to.language(), mail.subject(), mail.html());
    }
}
