package be.belnet.orderdesk.change;

import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mails about a change, in the language of who asked for it. */
@Component
class ChangeMails {
    private final Changes changes;
    private final ChangeWords words;
    private final OrderFile orders;
    private final Correspondence correspondence;
    private final Recipients recipients;

    ChangeMails(
            Changes changes,
            ChangeWords words,
            OrderFile orders,
            Correspondence correspondence,
            Recipients recipients) {
        this.changes = changes;
        this.words = words;
        this.orders = orders;
        this.correspondence = correspondence;
        this.recipients = recipients;
    }

    /** What will be done, without more ado. */
    void confirm(String number) {
        send(number, "change-confirmed", Map.of("changes", differences(number)));
    }

    /** What will be done once the annex is here, signed. */
    void sendAnnex(String number, Document annex, byte[] content) {
        correspondence.send(new Mail(
                number,
                "change-annex",
                recipients.requester(number),
                Map.of("changes", differences(number), "contractNumber", contract(number)),
                List.of(Attachment.of(annex, content))));
    }

    void refuse(String number) {
        send(number, "change-refused", Map.of("reason", orders.get(number).closingReason()));
    }

    void complete(String number) {
        send(
                number,
                "change-done",
                Map.of(
                        "changes",
                        differences(number),
                        "doneOn",
                        changes.get(number).doneOn()));
    }

    private Map<String, String> differences(String number) {
        return words.differences(
                number, Locale.forLanguageTag(orders.get(number).requester().language()));
    }

    private String contract(String number) {
        String contract = changes.subscription(number).agreement().contractNumber();
        return contract == null ? "–" : contract;
    }

    private void send(String number, String template, Map<String, Object> model) {
        correspondence.send(new Mail(number, template, recipients.requester(number), model));
    }
}
