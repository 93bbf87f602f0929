package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.CustomerTalks;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails around the talks with a customer: invitation, appointment for advice, a new day for the delivery. */
@Component
class TalkPreviews implements MailPreviews {
    private static final String WISHES = "discuss-wishes";
    private static final String MEETING = "hold-meeting";
    private static final String ADVICE = "arrange-advice";
    private static final String NEW_DATE = "tell-new-date";
    private static final String WORDS = "mailWords";

    private final CustomerTalks talks;
    private final MeetingAnswers meeting;
    private final Recipients recipients;

    TalkPreviews(CustomerTalks talks, MeetingAnswers meeting, Recipients recipients) {
        this.talks = talks;
        this.meeting = meeting;
        this.recipients = recipients;
    }

    @Override
    public Set<String> forms() {
        return Set.of(WISHES, MEETING, ADVICE, NEW_DATE);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        String order = context.orderNumber();
        return switch (form) {
            case WISHES -> answers.flag("meetingNeeded", false) ? invitation(order, answers) : List.of();
            case MEETING -> answers.flag("meetingHeld", true) ? List.of() : invitation(order, answers);
            case ADVICE ->
                List.of(shown(
                        recipients.contact(order, ContactRole.TECHNICAL),
                        talks.previewAdvice(
                                order,
                                meeting.upcoming(answers, "appointmentAt"),
                                answers.text("adviser"),
                                answers.text(WORDS))));
            default ->
                List.of(shown(
                        recipients.requester(order),
                        talks.previewNewDate(order, answers.date("newDate"), answers.text("reason"))));
        };
    }

    private List<ShownMail> invitation(String order, Answers answers) {
        return List.of(shown(
                recipients.requester(order),
                talks.previewInvitation(
                        order, meeting.time(answers), answers.text("meetingPlace"), answers.text(WORDS))));
    }

    private static ShownMail shown(Recipient to, Rendered mail) {
        return new ShownMail(to.shown(), to.language(), mail.subject(), mail.html());
    }
}
