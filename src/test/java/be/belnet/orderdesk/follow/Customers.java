package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.follow.ContactChange.Successor;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import org.springframework.context.ApplicationContext;

/** What customers do on their page, for tests without a web server. */
public record Customers(ContactChanges changes, FileContacts contacts, OrderFile orders) {
    public static Customers of(ApplicationContext context) {
        return new Customers(
                context.getBean(ContactChanges.class),
                context.getBean(FileContacts.class),
                context.getBean(OrderFile.class));
    }

    /** Names a successor of a contact; the number of the change. */
    public String ask(String number, String formerEmail) {
        Order order = orders.get(number);
        FileContact former = contacts.of(order).stream()
                .filter(contact -> contact.email().equals(formerEmail))
                .findFirst()
                .orElseThrow();
        changes.ask(order, former, new Successor("Successor", "successor@customer.example", "+32 2 123 45 67", "fr"));
        return Follower.change(orders.events(number));
    }

    /** The contact says what is right; false when it was decided before. */
    public boolean answer(String change, boolean changed) {
        return changes.answer(change, changed);
    }
}
