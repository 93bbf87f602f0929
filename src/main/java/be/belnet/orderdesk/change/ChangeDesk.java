package be.belnet.orderdesk.change;

import be.belnet.orderdesk.contract.ChangeAnnex;
import be.belnet.orderdesk.contract.ChangeAnnexes;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PriceLine;
import be.belnet.orderdesk.subscription.PriceLines;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a change: told, signed, refused, done. Each step may be repeated. */
@Service
@Transactional
public class ChangeDesk {
    /** Kind of the annex as it was drawn. */
    static final String ANNEX = "changeAnnex";

    private final Changes changes;
    private final ChangeWords words;
    private final ChangeMails mails;
    private final ChangeAnnexes annexes;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final Subscriptions subscriptions;
    private final PriceLines priceLines;
    private final Clock clock;

    ChangeDesk(
            Changes changes,
            ChangeWords words,
            ChangeMails mails,
            ChangeAnnexes annexes,
            OrderFile orders,
            OrderDocuments documents,
            Subscriptions subscriptions,
            PriceLines priceLines,
            Clock clock) {
        this.changes = changes;
        this.words = words;
        this.mails = mails;
        this.annexes = annexes;
        this.orders = orders;
        this.documents = documents;
        this.subscriptions = subscriptions;
        this.priceLines = priceLines;
        this.clock = clock;
    }

    /** Tells the customer what will be done; where an annex is needed, with the annex to sign. */
    public void announce(String number) {
        Change change = changes.get(number);
        if (Boolean.TRUE.equals(change.annexNeeded())) {
            Document annex = draw(change);
            mails.sendAnnex(number, annex, documents.content(annex));
        } else {
            mails.confirm(number);
        }
        orders.record(number, "changeAnnounced", Map.of());
    }

    /** The annex has come back signed. */
    public void keepSignature(String number, LocalDate signedOn) {
        changes.keepAnnexSigned(number, signedOn);
        orders.record(number, "annexSigned", Map.of("on", signedOn.toString()));
    }

    /** The change is not made; the customer reads why. */
    public void refuse(String number, String reason) {
        orders.setClosingReason(number, reason);
        orders.record(number, "changeRefused", Map.of("reason", reason));
    }

    /** Somebody else agrees with what was determined. */
    public void approve(String number) {
        orders.record(number, "changeApproved", Map.of());
    }

    /** Tells the customer that the change is not made, and why. */
    public void tellRefusal(String number) {
        mails.refuse(number);
    }

    /** From today on the customer has what it asked for, at the price of it; once. */
    public void complete(String number) {
        changes.hold(number);
        Change change = changes.get(number);
        if (change.doneOn() != null) {
            return;
        }
        Subscription subscription = subscriptions.get(change.subscription());
        changes.service(subscription.service()).settle(number, subscription, change.after());
        subscriptions.noteChange(
                subscription.id(), number, String.join(", ", change.before().differences(change.after())));
        if (change.hasOtherPrice()) {
            subscriptions.changePrice(subscription.id(), change.priceLine(), BelgianTime.today(clock), number);
        }
        tellDone(number);
    }

    /** Tells the customer that it has what it asked for from today on. */
    public void tellDone(String number) {
        changes.keepDone(number, BelgianTime.today(clock));
        orders.record(
                number, "serviceChanged", Map.of("on", BelgianTime.today(clock).toString()));
        mails.complete(number);
    }

    private Document draw(Change change) {
        Subscription subscription = subscriptions.get(change.subscription());
        String language = annexes.language(change.number());
        var rows = words.rows(change.number(), Locale.forLanguageTag(language)).stream()
                .filter(row -> !row.aspect().equals("priceLine"))
                .map(row -> new ChangeAnnex.Row(row.label(), row.before(), row.after(), row.changed()))
                .toList();
        String next = change.priceLine() == null ? change.formerPriceLine() : change.priceLine();
        var annex = new ChangeAnnex(
                change.number(),
                subscription.service(),
                changes.service(subscription.service()).title(),
                subscription.agreement().contractNumber(),
                subscription.agreement().startsOn(),
                change.formerPriceLine(),
                next,
                Optional.ofNullable(next)
                        .flatMap(priceLines::find)
                        .map(PriceLine::euroPerYear)
                        .orElse(null),
                rows);
        return annexes.add(annex, ANNEX);
    }
}
