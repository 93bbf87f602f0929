package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each group of staff needs to see of an order before it opens the task. */
@Component
class CardFacts {
    private static final int MOST_REFERENCES = 2;

    /** Who has the customer, which ticket a caller names, how long it goes on, and where partners have it. */
    private enum Fact {
        ACCOUNT_MANAGER,
        TICKET,
        PURCHASE_ORDER,
        AGE,
        REFERENCES
    }

    private static final Map<StaffGroup, Set<Fact>> BY_GROUP = Map.of(
            StaffGroup.SERVICE_DESK, EnumSet.of(Fact.ACCOUNT_MANAGER, Fact.TICKET),
            StaffGroup.CUSTOMER_RELATIONS, EnumSet.of(Fact.PURCHASE_ORDER, Fact.AGE),
            StaffGroup.TECHNICAL_ADVISERS, EnumSet.of(Fact.ACCOUNT_MANAGER),
            StaffGroup.SERVICE_OPERATIONS, EnumSet.of(Fact.REFERENCES),
            StaffGroup.MANAGERS, EnumSet.of(Fact.ACCOUNT_MANAGER, Fact.AGE),
            StaffGroup.AUDITORS, EnumSet.of(Fact.ACCOUNT_MANAGER, Fact.AGE));

    private final StaffDirectory staff;
    private final OrderDesk desk;
    private final OpeningDays openingDays;
    private final Wording wording;
    private final Clock clock;

    CardFacts(StaffDirectory staff, OrderDesk desk, OpeningDays openingDays, Wording wording, Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.openingDays = openingDays;
        this.wording = wording;
        this.clock = clock;
    }

    /** Facts for one reader. */
    ForReader of(String userId, Locale locale) {
        EnumSet<Fact> wanted = EnumSet.noneOf(Fact.class);
        staff.groupsOf(userId).forEach(group -> wanted.addAll(BY_GROUP.getOrDefault(group, Set.of())));
        return order ->
                wanted.stream().flatMap(fact -> facts(fact, order, locale)).toList();
    }

    /** What one reader needs to know. */
    interface ForReader {
        List<String> about(Order order);
    }

    private Stream<String> facts(Fact fact, Order order, Locale locale) {
        return switch (fact) {
            case ACCOUNT_MANAGER -> Optional.ofNullable(order.accountManager()).map(wording::person).stream();
            case TICKET -> Stream.ofNullable(order.ticketReference());
            case PURCHASE_ORDER -> Stream.ofNullable(order.customerReference());
            case AGE -> Stream.of(wording.value("card.age", locale, age(order)));
            case REFERENCES ->
                desk.references(order).stream()
                        .filter(reference -> !reference.partner().equals("Belnet"))
                        .map(reference -> reference.partner() + " " + reference.value())
                        .limit(MOST_REFERENCES);
        };
    }

    private int age(Order order) {
        return openingDays.between(day(order.openedAt()), day(clock.instant()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(BRUSSELS).toLocalDate();
    }
}
