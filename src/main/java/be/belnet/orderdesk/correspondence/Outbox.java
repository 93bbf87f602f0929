package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.order.OrderFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends mails, on several nodes at once if need be: a mail is claimed for a while before it is sent. A node claims what it
 * writes itself, and sends it from memory as soon as it is committed; what does not leave then waits for a round. A node that
 * dies after the mail server took a mail leaves it to be sent again, under the same Message-ID.
 */
@Component
class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int ROUND = 50;
    /** The part of its claim in which a mail may leave from memory: whoever corrects or erases one that waits is soon obeyed. */
    private static final int FRESH = 10;

    private final String node = UUID.randomUUID().toString();
    private final OwnTransaction ownTransaction;
    private final Postman postman;
    private final OrderFile orders;
    private final CorrespondenceProperties properties;
    private final ThreadPoolTaskExecutor executor;
    private final Clock clock;
    private final Queue<WaitingMail> fresh = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean roundDue = new AtomicBoolean();
    private volatile boolean stopping;

    Outbox(
            OwnTransaction ownTransaction,
            Postman postman,
            OrderFile orders,
            CorrespondenceProperties properties,
            @Qualifier("outboxExecutor") ThreadPoolTaskExecutor executor,
            Clock clock) {
        this.ownTransaction = ownTransaction;
        this.postman = postman;
        this.orders = orders;
        this.properties = properties;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Until when a mail that is written now is this node's; empty for one that is to wait for a round, as this node has enough to
     * send or is about to stop.
     */
    Optional<Claim> claim() {
        return stopping || fresh.size() >= ROUND
                ? Optional.empty()
                : Optional.of(new Claim(node, clock.instant().plus(properties.lease())));
    }

    record Claim(String node, Instant until) {}

    /** Sends a mail that is claimed and committed, soon and on another thread. */
    void send(WaitingMail written) {
        fresh.add(written);
        executor.execute(this::work);
    }

    /** Sends what waits, soon and on another thread. */
    @Scheduled(fixedDelayString = "${orderdesk.correspondence.interval}")
    void wake() {
        roundDue.set(true);
        executor.execute(this::work);
    }

    private void work() {
        sendFresh(fresh.size());
        if (roundDue.getAndSet(false)) {
            sendWaiting();
        }
    }

    /** No more than there were at first: what was put off has its turn, however many are written meanwhile. */
    private void sendFresh(int most) {
        for (int sent = 0; sent < most; sent++) {
            WaitingMail mail = fresh.poll();
            if (mail == null) {
                return;
            }
            sendOrGiveBack(mail);
        }
    }

    private void sendOrGiveBack(WaitingMail mail) {
        if (stopping || !isFresh(mail)) {
            giveBack(mail);
            roundDue.set(true);
        } else {
            deliver(mail);
        }
    }

    private boolean isFresh(WaitingMail mail) {
        Duration age = Duration.between(mail.writtenAt(), clock.instant());
        return age.compareTo(properties.lease().dividedBy(FRESH)) < 0;
    }

    private void giveBack(WaitingMail mail) {
        ownTransaction.run(jdbc -> jdbc.sql("update correspondence set attempts = 0, lease_owner = null,"
                        + " lease_until = null where id = ? and lease_owner = ?")
                .params(mail.id(), node)
                .update());
    }

    /** Sends every mail that is due; returns how many the mail server took. */
    int sendWaiting() {
        int sent = 0;
        for (Due mail : due()) {
            if (stopping) {
                break;
            }
            sent += claim(mail).map(this::takenFromMemory).filter(this::deliver).isPresent() ? 1 : 0;
        }
        return sent;
    }

    /** A mail whose claim ended before it left from memory leaves once. */
    private WaitingMail takenFromMemory(WaitingMail mail) {
        fresh.removeIf(written -> written.id() == mail.id());
        return mail;
    }

    /** A mail that is on its way is still sent; the others wait for another node, or the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        try {
            sendFresh(Integer.MAX_VALUE);
        } catch (DataAccessException | TransactionException databaseGone) {
            LOG.warn("Mails that were written last wait until their claim ends");
        }
    }

    /** Whatever is wrong with one mail, it waits its turn again and holds up no other. */
    private boolean deliver(WaitingMail mail) {
        try {
            postman.deliver(mail);
        } catch (RuntimeException notTaken) {
            putOff(mail, notTaken);
            return false;
        }
        markSent(mail);
        return true;
    }

    private record Due(long id, boolean attached) {}

    private List<Due> due() {
        return ownTransaction.run(jdbc -> jdbc.sql("select id, exists (select 1 from correspondence_attachment a"
                        + " where a.correspondence_id = correspondence.id) as attached from correspondence"
                        + " where sent_at is null and next_attempt_at <= ? and (lease_until is null or lease_until < ?)"
                        + " order by id limit ?")
                .params(Moments.now(clock), Moments.now(clock), ROUND)
                .query((row, index) -> new Due(row.getLong("id"), row.getBoolean("attached")))
                .list());
    }

    private Optional<WaitingMail> claim(Due mail) {
        return ownTransaction.run(jdbc -> {
            int claimed = jdbc.sql("update correspondence set lease_owner = ?, lease_until = ?, attempts = attempts + 1"
                            + " where id = ? and sent_at is null and next_attempt_at <= ?"
                            + " and (lease_until is null or lease_until < ?)")
                    .params(
                            node,
                            Timestamp.from(clock.instant().plus(properties.lease())),
                            mail.id(),
                            Moments.now(clock),
                            Moments.now(clock))
                    .update();
            return claimed == 0 ? Optional.empty() : Optional.of(read(jdbc, mail));
        });
    }

    private static WaitingMail read(JdbcClient jdbc, Due mail) {
        List<Attachment> attachments = mail.attached()
                ? jdbc.sql("select * from correspondence_attachment where correspondence_id = ? order by id")
                        .param(mail.id())
                        .query(Outbox::attachment)
                        .list()
                : List.of();
        return jdbc.sql("select * from correspondence where id = ?")
                .param(mail.id())
                .query((row, index) -> mail(row, attachments))
                .single();
    }

    private void markSent(WaitingMail mail) {
        ownTransaction.run(jdbc -> jdbc.sql(
                        "update correspondence set sent_at = ?, lease_owner = null, lease_until = null where id = ? and sent_at is null")
                .params(Moments.now(clock), mail.id())
                .update());
    }

    private void putOff(WaitingMail mail, RuntimeException reason) {
        Instant next = clock.instant().plus(properties.pauseAfter(mail.attempts()));
        LOG.warn(
                "Mail {} of {} not sent at attempt {} ({}), next at {}",
                mail.id(),
                mail.orderNumber(),
                mail.attempts(),
                reason.getClass().getSimpleName(),
                next);
        ownTransaction.run(jdbc -> jdbc.sql(
                        "update correspondence set next_attempt_at = ?, lease_owner = null, lease_until = null where id = ? and lease_owner = ?")
                .params(Timestamp.from(next), mail.id(), node)
                .update());
        if (mail.orderNumber() != null && mail.attempts() == properties.tellAfter()) {
            orders.record(
                    mail.orderNumber(),
                    "mailDelayed",
                    Map.of("template", mail.template(), "role", mail.to().role()));
        }
    }

    private static WaitingMail mail(ResultSet row, List<Attachment> attachments) throws SQLException {
        return new WaitingMail(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("template"),
                new Recipient(
                        row.getString("recipient_role"),
                        row.getString("recipient_name"),
                        row.getString("recipient_email"),
                        row.getString("recipient_language")),
                new Rendered(row.getString("subject"), row.getString("text_body"), row.getString("html_body")),
                row.getString("message_id"),
                row.getString("in_reply_to"),
                row.getString("thread"),
                row.getTimestamp("written_at").toInstant(),
                row.getInt("attempts"),
                attachments);
    }

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getString("file_name"),
                row.getString("content_type"),
                row.getBytes("content"),
                row.getString("calendar_method"));
    }
}
