package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.customer.Contact;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.person.Tombstone;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds whom to write to about an order. */
@Component
public class Recipients {
    private final OrderFile orders;
    private final CustomerRegister customers;

    Recipients(OrderFile orders, CustomerRegister customers) {
        this.orders = orders;
        this.customers = customers;
    }

    /** Who asked for the order; any contact of the customer when that person was erased. */
    public Recipient requester(String orderNumber) {
        Order order = orders.get(orderNumber);
        Requester requester = order.requester();
        return Optional.of(order)
                .filter(asked -> Tombstone.isErased(requester.email()))
                .flatMap(asked -> customers.contacts(asked.acronym()).stream().findFirst())
                .map(contact -> recipient(contact, ContactRole.REQUESTER))
                .orElseGet(() -> new Recipient("requester", requester.name(), requester.email(), requester.language()));
    }

    /** The customer's contact for a role; who asked for the order where the register names none. */
    public Recipient contact(String orderNumber, ContactRole role) {
        return role == ContactRole.REQUESTER
                ? requester(orderNumber)
                : registered(orders.get(orderNumber), role)
                        .map(contact -> recipient(contact, role))
                        .orElseGet(() -> requester(orderNumber));
    }

    private Optional<Contact> registered(Order order, ContactRole role) {
        return Optional.ofNullable(order.acronym()).flatMap(acronym -> customers.contact(acronym, role));
    }

    private static Recipient recipient(Contact contact, ContactRole role) {
        return new Recipient(role.name().toLowerCase(Locale.ROOT), contact.name(), contact.email(), contact.language());
    }
}
