package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the mail box and sorts what was taken. Each round looks anew, so a round missed or done twice does no harm. */
@Component
class IntakeRounds {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRounds.class);
    private static final int LONGEST_PAUSE = 6;
    /** Why a mail goes to triage, by the message with which no file could be opened for it. */
    private static final Map<String, String> WHY = Map.of(
            "form.error.nothingToChange", "nothingToChange",
            "form.error.severalContracts", "severalContracts",
            "form.error.changeUnderWay", "changeUnderWay",
            "form.error.serviceEnds", "notNow",
            "form.error.noticeUnderWay", "notNow",
            "form.error.serviceMoves", "notNow");

    private final IntakeProperties properties;
    private final MailBox box;
    private final Reception reception;
    private final IncomingMails mails;
    private final Sorter sorter;
    private final AcronymQuestions questions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean unreadable;

    IntakeRounds(
            IntakeProperties properties,
            MailBox box,
            Reception reception,
            IncomingMails mails,
            Sorter sorter,
            AcronymQuestions questions,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.box = box;
        this.reception = reception;
        this.mails = mails;
        this.sorter = sorter;
        this.questions = questions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.intake.interval}")
    void look() {
        if (!properties.isOff()) {
            read();
        }
        sort();
    }

    /** Takes new mails out of the box. */
    void read() {
        try {
            keep(box.visit(mails.position(properties.box()), reception::receive));
            unreadable = false;
        } catch (MessagingException | RuntimeException failed) {
            tellOnce(failed);
        }
    }

    /** Sorts what waits, and lets reviews wait for answers. */
    void sort() {
        mails.due().forEach(this::sort);
        questions.open().forEach(this::letWait);
        transaction.executeWithoutResult(
                status -> mails.forgetPassed(properties.atMostOld().multipliedBy(2)));
    }

    private void sort(long id) {
        try {
            transaction.executeWithoutResult(status -> sorter.sort(id));
        } catch (AnswersRefusedException unfit) {
            giveUp(id, WHY.getOrDefault(unfit.refusals().get(0).messageKey(), "refused"));
        } catch (ConcurrencyFailureException another) {
            LOG.debug("Another node sorts at the moment", another);
        } catch (RuntimeException failed) {
            LOG.warn("Mail {} not sorted ({})", id, failed.getClass().getSimpleName());
            putOff(id);
        }
    }

    private void putOff(long id) {
        int attempts = mails.find(id).map(IncomingMail::attempts).orElse(0) + 1;
        if (attempts >= properties.attempts()) {
            giveUp(id, "failed");
        }
        long pauses = 1L << Math.min(attempts - 1, LONGEST_PAUSE);
        transaction.executeWithoutResult(status ->
                mails.putOff(id, clock.instant().plus(properties.pause().multipliedBy(pauses))));
    }

    private void giveUp(long id, String why) {
        try {
            transaction.executeWithoutResult(status -> sorter.giveUp(id, why));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Mail {} not put before a person ({})",
                    id,
                    failed.getClass().getSimpleName());
        }
    }

    private void letWait(String order) {
        try {
            questions.letWait(order);
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "Review of {} does not wait ({})",
                    order,
                    unexpected.getClass().getSimpleName());
        }
    }

    private void keep(BoxPosition position) {
        try {
            transaction.executeWithoutResult(status -> mails.keep(properties.box(), position));
        } catch (DuplicateKeyException anotherNode) {
            LOG.debug("Another node keeps the position");
        }
    }

    /** A mail server that is away for a night fills no log. */
    private void tellOnce(Exception failed) {
        if (!unreadable) {
            LOG.warn(
                    "The mail box cannot be read ({}); told again when it was readable in between",
                    failed.getClass().getSimpleName());
        }
        unreadable = true;
    }
}
