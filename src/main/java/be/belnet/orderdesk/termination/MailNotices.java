package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.intake.MailErrand;
import be.belnet.orderdesk.intake.MailKind;
import be.belnet.orderdesk.intake.MailRequest;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.NoticeRules;
import org.springframework.stereotype.Component;

/** Has notices that customers give by mail judged; the day on which the mail came counts. */
@Component
class MailNotices implements MailErrand {
    private final TerminationProcess process;
    private final NoticeRules rules;

    MailNotices(TerminationProcess process, NoticeRules rules) {
        this.process = process;
        this.rules = rules;
    }

    @Override
    public MailKind kind() {
        return MailKind.TERMINATION;
    }

    @Override
    public String open(MailRequest request) {
        return process.begin(
                new NewNotice(
                        request.service(),
                        request.acronym(),
                        GivenBy.CUSTOMER,
                        Channel.MAIL,
                        null,
                        rules.dayOf(request.receivedAt()),
                        null,
                        null,
                        false,
                        request.text(),
                        null,
                        request.requester(),
                        request.userId()),
                request.token());
    }
}
