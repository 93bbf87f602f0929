package be.belnet.orderdesk.change;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.NoticeGiven;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing is changed any more of what ends: notice cancels the change that is open, in its own transaction. */
@Component
class EndedChanges {
    private final Changes changes;
    private final OrderFile orders;
    private final OrderProcess process;
    private final MessageSource messages;

    EndedChanges(Changes changes, OrderFile orders, @Lazy OrderProcess process, MessageSource messages) {
        this.changes = changes;
        this.orders = orders;
        this.process = process;
        this.messages = messages;
    }

    @EventListener
    void ending(NoticeGiven notice) {
        changes.openFor(notice.subscription())
                .filter(number -> orders.get(number).state() == OrderState.OPEN)
                .filter(process::mayBeLeft)
                .ifPresent(number -> process.cancel(number, reason(orders.get(number), notice)));
    }

    /** The customer reads it. */
    private String reason(Order file, NoticeGiven notice) {
        Locale language = Locale.forLanguageTag(file.requester().language());
        return messages.getMessage("change.ended", new Object[] {notice.file()}, language);
    }
}
