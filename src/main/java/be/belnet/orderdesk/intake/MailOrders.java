package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.UnfitForMailException;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.Waits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What mails do to orders and other files: they start them, and are added to them. All in the caller's transaction. */
@Component
class MailOrders {
    private static final int LONGEST_REQUEST = 4000;
    /** Together they fit into an event, whatever has to be escaped in them. */
    private static final int LONGEST_TOLD = 2500;

    private static final int LONGEST_LEFT = 600;

    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderProcess process;
    private final Errands errands;
    private final MailRules rules;
    private final OrderSearch search;
    private final Waits waits;
    private final IncomingMails mails;
    private final AcronymQuestions questions;
    private final Correspondence correspondence;
    private final Recipients recipients;

    MailOrders(
            OrderFile orders,
            OrderDocuments documents,
            OrderProcess process,
            Errands errands,
            MailRules rules,
            OrderSearch search,
            Waits waits,
            IncomingMails mails,
            AcronymQuestions questions,
            Correspondence correspondence,
            Recipients recipients) {
        this.orders = orders;
        this.documents = documents;
        this.process = process;
        this.errands = errands;
        this.rules = rules;
        this.search = search;
        this.waits = waits;
        this.mails = mails;
        this.questions = questions;
        this.correspondence = correspondence;
        this.recipients = recipients;
    }

    /**
     * Starts an order as the desk or a machine would; a mail starts one at most.
     *
     * @param acronym null where nothing tells
     * @return the order's number
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when the start form would refuse it
     */
    String start(IncomingMail mail, String service, String acronym, String language) {
        String token = token(mail);
        Optional<Order> before = orders.findByToken(token);
        String number = before.map(Order::number)
                .orElseGet(() -> process.start(service, answers(mail, acronym, language, token)));
        add(mail, number);
        if (before.isEmpty() && acronym == null) {
            correspondence.answer(
                    new Mail(number, "ask-acronym", recipients.requester(number), Map.of()), mail.messageId());
            questions.asked(number);
        }
        return number;
    }

    /**
     * Opens the file of what a mail asks for beyond ordering, and tells its sender; a mail opens one at most.
     *
     * @param service BAMS or DCS
     * @param acronym null where nothing tells
     * @param contract number of the one that is meant; null where nobody said so
     * @param userId of who took the mail for what it is; null where the tables did
     * @return the file's number
     * @throws AnswersRefusedException when nothing can be opened for this sender
     */
    String open(IncomingMail mail, MailKind kind, String service, String acronym, String contract, String userId) {
        boolean isNew = orders.findByToken(token(mail)).isEmpty();
        String number = errands.open(kind, request(mail, service, acronym, contract, userId));
        add(mail, number);
        if (isNew) {
            acknowledge(mail, kind, number);
        }
        return number;
    }

    private void acknowledge(IncomingMail mail, MailKind kind, String number) {
        Map<String, Object> model =
                Map.of("kind", kind.code(), "acronymKnown", orders.get(number).acronym() != null);
        try {
            correspondence.answer(
                    new Mail(number, "mail-received", recipients.requester(number), model), mail.messageId());
        } catch (UnfitForMailException unfit) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.mailStartsNothing")));
        }
    }

    /** Whether the file was opened with these very words of this sender. */
    static boolean saysTheSame(IncomingMail mail, Order file) {
        String words = shortened(mail.ownText(), LONGEST_REQUEST);
        return !words.isBlank()
                && file.request() != null
                && file.request().endsWith(words)
                && mail.sender().equalsIgnoreCase(file.requester().email());
    }

    /** Tells the order's timeline what the customer wrote, and keeps the files with the order. */
    void add(IncomingMail mail, String number) {
        add(mail, number, "customer");
    }

    /** The same of what others wrote about it: an account manager, a distributor. */
    void addOfOthers(IncomingMail mail, String number) {
        add(mail, number, "orderdesk");
    }

    private void add(IncomingMail mail, String number, String actor) {
        Map<String, String> facts = new HashMap<>();
        facts.put("sender", mail.senderName());
        facts.put("subject", mail.subject());
        facts.put("text", told(mail));
        orders.recordBy(actor, number, "mailTaken", facts);
        search.noteRestricted(number, mail.sender());
        keepFiles(mail, number);
        mails.sorted(mail.id(), number);
    }

    /** What waits for the customer waits no longer. */
    void answered(String number, String acronym) {
        if (acronym != null && orders.get(number).acronym() == null) {
            orders.setCustomer(number, acronym);
        }
        questions.answered(number);
        waits.customerAnswered(number);
    }

    private MailRequest request(IncomingMail mail, String service, String acronym, String contract, String userId) {
        return new MailRequest(
                service,
                acronym,
                contract,
                new Requester(mail.senderName(), mail.sender(), null, mail.language()),
                rules.topic(Words.plain(mail.subject(), mail.ownText())),
                words(mail),
                mail.receivedAt(),
                token(mail),
                userId);
    }

    private static String token(IncomingMail mail) {
        return "mail-" + mail.key();
    }

    /** Never blank. */
    private static String words(IncomingMail mail) {
        String words = shortened((mail.subject() + "\n\n" + mail.ownText()).strip(), LONGEST_REQUEST);
        return words.isBlank() ? "–" : words;
    }

    private static Map<String, Object> answers(IncomingMail mail, String acronym, String language, String token) {
        Map<String, Object> answers = new HashMap<>();
        if (acronym != null) {
            answers.put("acronym", acronym);
        }
        answers.put("request", words(mail));
        answers.put("contactName", mail.senderName());
        answers.put("contactEmail", mail.sender());
        answers.put("contactLanguage", language);
        answers.put("formToken", token);
        return answers;
    }

    private String told(IncomingMail mail) {
        String text = shortened(mail.ownText(), LONGEST_TOLD);
        String left = mail.left() == null || mail.left().isEmpty()
                ? ""
                : "\n\n[– " + shortened(mail.left(), LONGEST_LEFT) + "]";
        return text.isBlank() && left.isEmpty() ? "–" : (text + left).strip();
    }

    private void keepFiles(IncomingMail mail, String number) {
        List<Long> files = mails.files(mail.id());
        for (int place = 0; place < files.size(); place++) {
            byte[] content = mails.content(files.get(place));
            documents.add(
                    number,
                    "mailAttachment",
                    "%s-mail-%d-%d.pdf".formatted(number, mail.id(), place + 1),
                    "application/pdf",
                    content);
        }
        mails.forgetFiles(mail.id());
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
