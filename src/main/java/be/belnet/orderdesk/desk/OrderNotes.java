package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Waits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff add to an order's file in their own words, running or closed: notes, calls, mails they got or write. */
@Service
class OrderNotes {
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_MAIL = 10_000;
    private static final int LONGEST_SUBJECT = 150;

    private final OrderFile orders;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Waits waits;

    OrderNotes(OrderFile orders, Correspondence correspondence, Recipients recipients, Waits waits) {
        this.orders = orders;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.waits = waits;
    }

    /** What a note tells of. */
    enum Kind {
        NOTE("note", "noteAdded", false),
        CALL_MADE("callMade", "callMade", false),
        /** The customer called: whatever waits for it need not wait any longer. */
        CALL_RECEIVED("callReceived", "callReceived", true),
        MAIL_RECEIVED("mailReceived", "mailReceived", true);

        private final String code;
        private final String event;
        private final boolean answer;

        Kind(String code, String event, boolean answer) {
            this.code = code;
            this.event = event;
            this.answer = answer;
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(kind -> kind.code).toList();
        }

        static Kind of(Object code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new AnswersRefusedException("noteKind", "form.error.notAnOption"));
        }
    }

    /** Contacts of the customer that a mail can be written to, by role. */
    static List<String> roles() {
        return Arrays.stream(ContactRole.values()).map(ContactRole::code).toList();
    }

    /**
     * Keeps what somebody writes down or was told; the kind of event as which it stands in the order.
     *
     * @throws AnswersRefusedException when kind or text cannot be kept
     */
    @Transactional
    String add(String orderNumber, Object kind, Object text) {
        Kind known = Kind.of(kind);
        orders.record(orderNumber, known.event, Map.of("text", FreeText.read("noteText", text, LONGEST_NOTE)));
        if (known.answer) {
            waits.customerAnswered(orderNumber);
        }
        return known.event;
    }

    /**
     * Mails a contact of the customer what somebody wrote.
     *
     * @param token the mail is written once for each; a second time is none
     * @throws AnswersRefusedException when role, subject or text cannot be sent
     */
    void write(String orderNumber, UUID token, Object role, Object subject, Object text) {
        var model = Map.<String, Object>of(
                "freeSubject", line(FreeText.read("mailSubject", subject, LONGEST_SUBJECT)),
                "text", FreeText.read("mailText", text, LONGEST_MAIL));
        var mail = new Mail(orderNumber, "free", recipients.contact(orderNumber, role(role)), model);
        try {
            correspondence.send(mail, token);
        } catch (DuplicateKeyException clickedTwice) {
            // the mail is on its way, which is all that was wanted
        }
    }

    private static ContactRole role(Object code) {
        return Arrays.stream(ContactRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AnswersRefusedException("mailTo", "form.error.notAnOption"));
    }

    private static String line(String subject) {
        if (subject.contains("\n") || subject.contains("\u2028") || subject.contains("\u2029")) {
            throw new AnswersRefusedException("mailSubject", "form.error.controlCharacters");
        }
        return subject;
    }
}
