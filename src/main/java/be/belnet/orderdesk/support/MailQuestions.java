package be.belnet.orderdesk.support;

import be.belnet.orderdesk.intake.MailErrand;
import be.belnet.orderdesk.intake.MailKind;
import be.belnet.orderdesk.intake.MailRequest;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Has questions that come by mail answered. */
@Component
class MailQuestions implements MailErrand {
    /** A number that is called one of an order, in four languages. */
    private static final Pattern CERTIFICATE_ORDER = Pattern.compile(
            "(?iu)\\b(?:order|bestel|commande|auftrag)[\\p{L}-]*\\W{0,3}(?:(?:number|nummer|numéro|no|nr|id|n)"
                    + "\\W{0,3})?(\\d{5,12})\\b");

    private final SupportStarts starts;

    MailQuestions(SupportStarts starts) {
        this.starts = starts;
    }

    @Override
    public MailKind kind() {
        return MailKind.SUPPORT;
    }

    @Override
    public String open(MailRequest request) {
        return starts.begin(
                new SupportQuestion(
                        request.service(),
                        SupportTopic.of(request.topic()),
                        request.acronym(),
                        request.text(),
                        request.requester(),
                        null,
                        request.service().equals("DCS") ? certificateOrder(request.text()) : null),
                request.token());
    }

    private static String certificateOrder(String text) {
        var found = CERTIFICATE_ORDER.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
