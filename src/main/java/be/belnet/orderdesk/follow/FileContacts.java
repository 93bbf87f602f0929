package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.customer.Contact;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.person.Tombstone;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may follow a file: whoever asked for it, and the customer's contacts as the register has them now. */
@Component
class FileContacts {
    private final CustomerRegister customers;

    FileContacts(CustomerRegister customers) {
        this.customers = customers;
    }

    /** Whoever asked comes first; nobody where the file is Belnet's own. */
    List<FileContact> of(Order order) {
        if (order.isInternal()) {
            return List.of();
        }
        List<FileContact> contacts = new ArrayList<>();
        Requester requester = order.requester();
        if (!Tombstone.isErased(requester.email())) {
            contacts.add(new FileContact(
                    ContactRole.REQUESTER.code(), requester.name(), requester.email(), requester.language(), true));
        }
        customers.contacts(order.acronym()).stream()
                .filter(contact -> !contact.roles().isEmpty())
                .map(FileContacts::contact)
                .forEach(contacts::add);
        return contacts;
    }

    private static FileContact contact(Contact contact) {
        ContactRole first = contact.roles().stream().sorted().findFirst().orElseThrow();
        return new FileContact(
                first.code(),
                contact.name(),
                contact.email(),
                contact.language(),
                first.compareTo(ContactRole.SIGNATORY) <= 0);
    }
}
