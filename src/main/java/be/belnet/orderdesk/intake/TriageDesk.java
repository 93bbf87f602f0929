package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.intake.Joins.Joined;
import be.belnet.orderdesk.intake.Senders.Found;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Mails that a person sorts: what the person is told, and what becomes of the answer. In the caller's transaction. */
@Service
public class TriageDesk {
    private static final String SERIES = "MAIL";

    private final IncomingMails mails;
    private final Triage triage;
    private final OrderNumbers numbers;
    private final Joins joins;
    private final Senders senders;
    private final MailOrders orders;
    private final OrderFile files;

    TriageDesk(
            IncomingMails mails,
            Triage triage,
            OrderNumbers numbers,
            Joins joins,
            Senders senders,
            MailOrders orders,
            OrderFile files) {
        this.mails = mails;
        this.triage = triage;
        this.numbers = numbers;
        this.joins = joins;
        this.senders = senders;
        this.orders = orders;
        this.files = files;
    }

    /**
     * What a person sorts: the mails of one thread.
     *
     * @param why as a text is called
     * @param service BAMS or DCS; null where it is not known
     * @param kind what the mail seems to be about
     * @param certain whether its words leave no doubt of that
     * @param acronym of the customer that it seems to be from; may be null
     * @param order that it seems to belong to; may be null
     * @param texts of each mail, oldest first
     * @param files names of the files that come with it, kept or not
     */
    public record Case(
            String number,
            String why,
            String service,
            MailKind kind,
            boolean certain,
            String acronym,
            String order,
            String language,
            String sender,
            String senderName,
            String subject,
            Instant receivedAt,
            List<String> texts,
            List<String> files,
            String left) {}

    /**
     * No mail joins those of any task until the caller's transaction ends.
     *
     * @param shown how many mails the person who answers was shown; null where that is not told
     * @throws AnswersRefusedException when one has joined these since
     */
    public void hold(String number, String shown) {
        mails.lock();
        if (shown != null && !shown.equals(String.valueOf(of(number).texts().size()))) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.anotherMail")));
        }
    }

    /** @throws java.util.NoSuchElementException when no task has this number */
    public Case of(String number) {
        List<IncomingMail> all = mails.ofTriage(number);
        IncomingMail first = all.stream().findFirst().orElseThrow();
        return new Case(
                number,
                first.why(),
                first.recognition().knownService(),
                first.kind(),
                first.recognition().certain(),
                senders.find(first).acronym(),
                proposedOrder(first),
                first.language(),
                first.sender(),
                first.senderName(),
                first.subject(),
                first.receivedAt(),
                all.stream().map(IncomingMail::text).toList(),
                all.stream()
                        .flatMap(mail -> mails.fileNames(mail.id()).stream())
                        .toList(),
                String.join(
                        "; ",
                        all.stream()
                                .map(IncomingMail::left)
                                .filter(left -> left != null && !left.isEmpty())
                                .toList()));
    }

    /**
     * Starts an order with the mails.
     *
     * @param acronym null where nobody knows it
     * @return the order's number
     */
    public String start(String number, String service, String acronym, String language) {
        List<IncomingMail> all = mails.ofTriage(number);
        String order = orders.start(all.get(0), service, acronym, language);
        all.stream().skip(1).forEach(mail -> orders.add(mail, order));
        return order;
    }

    /** Adds the mails to an order, whose waits for the customer end. */
    public void add(String number, String order) {
        mails.ofTriage(number).forEach(mail -> orders.add(mail, order));
        orders.answered(order, null);
    }

    /**
     * Opens the file of a notice, a change or a question with the mails.
     *
     * @param acronym null where nobody knows it
     * @param contract number of the one that is meant; null where the customer has one only
     * @param userId who takes them for one
     * @return the file's number
     */
    public String open(String number, MailKind kind, String service, String acronym, String contract, String userId) {
        List<IncomingMail> all = mails.ofTriage(number);
        String file = orders.open(all.get(0), kind, service, acronym, contract, userId);
        all.stream().skip(1).forEach(mail -> orders.add(mail, file));
        return file;
    }

    /**
     * The mails are dealt with; their files lie in the mail box alone.
     *
     * @param remark of the person; may be null
     */
    public void settle(String number, String remark) {
        mails.ofTriage(number).forEach(mail -> {
            mails.sorted(mail.id(), null);
            mails.forgetFiles(mail.id());
        });
        remark(number, remark);
    }

    /** @param remark null changes nothing */
    public void remark(String number, String remark) {
        if (remark != null) {
            mails.ofTriage(number).forEach(mail -> mails.remark(mail.id(), remark));
        }
    }

    /** What a person did by hand about a mail that came back stands with its order. */
    public void takenUp(String number, String how) {
        mails.ofTriage(number).stream()
                .map(IncomingMail::order)
                .filter(order -> order != null)
                .distinct()
                .forEach(order -> files.record(order, "mailTakenUp", Map.of("text", how)));
        settle(number, how);
    }

    void ask(IncomingMail mail, String why) {
        String number = numbers.next(SERIES);
        mails.toTriage(mail.id(), number, why);
        triage.begin(number, false);
    }

    /** A person is asked about the thread already. */
    void addTo(IncomingMail mail, String number) {
        mails.toTriage(mail.id(), number, "thread");
    }

    void bounced(IncomingMail mail, String order) {
        String number = numbers.next(SERIES);
        mails.sorted(mail.id(), order);
        mails.toTriage(mail.id(), number, MailKind.BOUNCE.code());
        triage.begin(number, true);
    }

    private String proposedOrder(IncomingMail mail) {
        if (mail.order() != null) {
            return mail.order();
        }
        return joins.find(mail)
                .map(Joined::order)
                .or(() -> open(mail))
                .map(Order::number)
                .orElse(null);
    }

    /** The open file of what the mail is about, else the only open one. */
    private Optional<Order> open(IncomingMail mail) {
        if (mail.recognition().knownService() == null) {
            return Optional.empty();
        }
        Found customer = senders.find(mail);
        List<Order> open = joins.open(mail, customer.acronym());
        return open.stream()
                .filter(file -> file.kind().equals(mail.kind().code()))
                .findFirst()
                .or(() -> open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty());
    }
}
