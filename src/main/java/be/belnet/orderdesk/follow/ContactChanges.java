package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.PageLinks.PageLink;
import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.ContactSuccession;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.follow.ContactChange.Named;
import be.belnet.orderdesk.follow.ContactChange.State;
import be.belnet.orderdesk.follow.ContactChange.Successor;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.person.Tombstone;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of contacts that customers ask for. Having a link is not enough, for links are passed on: staff confirm a change,
 * or the contact does, by a link that goes to its address alone.
 */
@Service
@Transactional
public class ContactChanges {
    static final int A_DAY = 3;

    private static final String SERIES = "CONTACT";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9 ()./-]{6,40}");
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en", "de");

    private final ContactChangeRows rows;
    private final ContactTask task;
    private final FileContacts contacts;
    private final FollowLinks links;
    private final OrderNumbers numbers;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final ContactSuccession register;
    private final Correspondence correspondence;
    private final Clock clock;

    ContactChanges(
            ContactChangeRows rows,
            ContactTask task,
            FileContacts contacts,
            FollowLinks links,
            OrderNumbers numbers,
            OrderFile orders,
            CustomerRegister customers,
            ContactSuccession register,
            Correspondence correspondence,
            Clock clock) {
        this.rows = rows;
        this.task = task;
        this.contacts = contacts;
        this.links = links;
        this.numbers = numbers;
        this.orders = orders;
        this.customers = customers;
        this.register = register;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /** @throws NoSuchElementException when no change has this number */
    @Transactional(readOnly = true)
    public ContactChange get(String number) {
        return rows.find(number).orElseThrow();
    }

    /** That of the contact; of whoever asked for the order once it is decided. */
    @Transactional(readOnly = true)
    String language(ContactChange change) {
        Order order = orders.get(change.orderNumber());
        return change.former() == null
                ? order.requester().language()
                : recipient(order, change).language();
    }

    /** Whether somebody is to take this contact's place already. */
    @Transactional(readOnly = true)
    boolean isAsked(Order order, FileContact contact) {
        return rows.isOpen(order.number(), contact.email());
    }

    /**
     * Puts it before staff, and asks the contact itself.
     *
     * @param former whose place it is
     * @throws FollowRefusedException when nobody could be written to like this, or too much was asked for
     * @throws org.springframework.dao.DuplicateKeyException when somebody else asks at this very moment
     */
    void ask(Order order, FileContact former, Successor wished) {
        Successor successor = checked(former, wished);
        if (rows.isOpen(order.number(), former.email())) {
            throw new FollowRefusedException("asked");
        }
        if (rows.askedSince(order.number(), clock.instant().minus(DAY)) >= A_DAY) {
            throw new FollowRefusedException("pace");
        }
        String number = numbers.next(SERIES);
        rows.add(number, order.number(), new Named(former.name(), former.email()), successor);
        orders.record(order.number(), "contactChangeAsked", Map.of("change", number));
        task.begin(number);
        PageLink link = links.toConfirm(number);
        var model = Map.<String, Object>of(
                "newName", successor.name(),
                "newEmail", successor.email(),
                "link", link.address(),
                "linkUntil", link.until());
        correspondence.send(new Mail(order.number(), "contact-change-asked", former.recipient(), model));
    }

    /**
     * The contact itself says what is right.
     *
     * @return false when it was decided before
     */
    boolean answer(String number, boolean changed) {
        if (!settle(number, changed)) {
            return false;
        }
        task.answered(number, changed);
        return true;
    }

    /** Staff have found out what is right. */
    public void decide(String number, boolean changed) {
        settle(number, changed);
    }

    private boolean settle(String number, boolean changed) {
        Optional<ContactChange> open = rows.hold(number);
        open.ifPresent(change -> {
            if (changed) {
                replace(change);
            } else {
                keep(change);
            }
        });
        return open.isPresent();
    }

    private void replace(ContactChange change) {
        Order order = orders.get(change.orderNumber());
        Successor successor = change.successor();
        Recipient former = recipient(order, change);
        customers
                .find(order.acronym())
                .ifPresent(organisation -> register.replace(
                        organisation.acronym(),
                        former.email(),
                        successor.name(),
                        successor.email(),
                        successor.phone(),
                        successor.language()));
        orders.replaceRequester(
                order.number(),
                former.email(),
                new Requester(successor.name(), successor.email(), successor.phone(), successor.language()));
        orders.record(order.number(), "contactChanged", Map.of("change", change.number()));
        rows.settle(change.number(), State.CHANGED);
        send(order, former, "contact-changed", Map.of("taken", false));
        var taker = new Recipient(former.role(), successor.name(), successor.email(), successor.language());
        send(order, taker, "contact-changed", Map.of("taken", true));
    }

    private void keep(ContactChange change) {
        Order order = orders.get(change.orderNumber());
        Optional<Recipient> former = Optional.ofNullable(change.former()).map(known -> recipient(order, change));
        orders.record(order.number(), "contactKept", Map.of("change", change.number()));
        rows.settle(change.number(), State.KEPT);
        former.ifPresent(to -> send(order, to, "contact-kept", Map.of()));
    }

    private void send(Order order, Recipient to, String template, Map<String, Object> model) {
        if (!Tombstone.isErased(to.email())) {
            correspondence.send(new Mail(order.number(), template, to, model));
        }
    }

    /** As the file knows the contact; in the language of whoever asked for the order where it knows it no more. */
    private Recipient recipient(Order order, ContactChange change) {
        return contacts.of(order).stream()
                .filter(contact ->
                        contact.email().equalsIgnoreCase(change.former().email()))
                .findFirst()
                .map(FileContact::recipient)
                .orElseGet(() -> new Recipient(
                        ContactRole.REQUESTER.code(),
                        change.former().name(),
                        change.former().email(),
                        order.requester().language()));
    }

    private static Successor checked(FileContact former, Successor wished) {
        String name = PlainText.line(wished.name());
        String email = wished.email() == null ? "" : wished.email().strip();
        String phone = wished.phone() == null || wished.phone().isBlank()
                ? null
                : wished.phone().strip();
        refuseUnless(!name.isBlank() && name.length() <= LONGEST_NAME, "name");
        refuseUnless(email.length() <= LONGEST_ADDRESS && ADDRESS.matcher(email).matches(), "email");
        refuseUnless(!email.equalsIgnoreCase(former.email()), "sameAddress");
        refuseUnless(phone == null || PHONE.matcher(phone).matches(), "phone");
        refuseUnless(LANGUAGES.contains(wished.language()), "language");
        return new Successor(name, email, phone, wished.language());
    }

    private static void refuseUnless(boolean fit, String code) {
        if (!fit) {
            throw new FollowRefusedException(code);
        }
    }
}
