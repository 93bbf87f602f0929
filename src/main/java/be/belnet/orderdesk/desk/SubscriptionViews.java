package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.desk.SubscriptionView.Count;
import be.belnet.orderdesk.desk.SubscriptionView.Entry;
import be.belnet.orderdesk.desk.SubscriptionView.Fact;
import be.belnet.orderdesk.desk.SubscriptionView.Line;
import be.belnet.orderdesk.desk.SubscriptionView.OrderLine;
import be.belnet.orderdesk.desk.SubscriptionView.Sheet;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PriceLine;
import be.belnet.orderdesk.subscription.PriceLines;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionBoard;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.SubscriptionPage;
import be.belnet.orderdesk.subscription.SubscriptionQuery;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells in words what customers have. */
@Component
class SubscriptionViews {
    static final String BOARD = "/subscriptions";

    private static final int MOST_ORDERS = 50;
    private static final List<String> COLUMNS = List.of(
            "id",
            "customer",
            "name",
            "service",
            "state",
            "contract",
            "contractStart",
            "priceLine",
            "activated",
            "trial",
            "licence",
            "licenceEnd",
            "noticeGiven",
            "ends",
            "order");

    private final SubscriptionBoard board;
    private final Subscriptions subscriptions;
    private final PriceLines priceLines;
    private final CustomerRegister customers;
    private final OrderFile orders;
    private final Authorities authorities;
    private final MessageSource messages;
    private final Wording wording;
    private final Caller caller;
    private final Clock clock;

    SubscriptionViews(
            SubscriptionBoard board,
            Subscriptions subscriptions,
            PriceLines priceLines,
            CustomerRegister customers,
            OrderFile orders,
            Authorities authorities,
            MessageSource messages,
            Wording wording,
            Caller caller,
            Clock clock) {
        this.board = board;
        this.subscriptions = subscriptions;
        this.priceLines = priceLines;
        this.customers = customers;
        this.orders = orders;
        this.authorities = authorities;
        this.messages = messages;
        this.wording = wording;
        this.caller = caller;
        this.clock = clock;
    }

    SubscriptionView of(SubscriptionFilter filter, Locale locale) {
        SubscriptionQuery query = filter.read();
        SubscriptionPage found = board.find(query);
        Map<String, String> names = customers.legalNames(
                found.subscriptions().stream().map(Subscription::acronym).toList());
        Sight sight = caller.sight();
        return new SubscriptionView(
                found.subscriptions().stream()
                        .map(sight::told)
                        .map(one -> line(one, names.get(one.acronym()), locale))
                        .toList(),
                counts(found, filter, query, locale),
                words("subscription.count", locale, found.total()),
                words("subscription.page", locale, found.page() + 1, found.pages()),
                step(filter, found.page() - 1, found.pages()),
                step(filter, found.page() + 1, found.pages()));
    }

    Sheet sheet(Subscription subscription, Locale locale) {
        return new Sheet(
                subscription.id(),
                subscription.acronym(),
                customers.legalNames(List.of(subscription.acronym())).get(subscription.acronym()),
                subscription.service(),
                state(subscription.state(), locale),
                tag(subscription.state()),
                facts(caller.sight().told(subscription), locale),
                subscriptions.domains(subscription.id()),
                history(subscription, locale),
                orders(subscription, locale));
    }

    /** Rows of what is looked for as a table, read one by one. */
    Stream<List<String>> table(SubscriptionQuery query, Locale locale) {
        Sight sight = caller.sight();
        return board.all(query).map(sight::told).map(one -> Stream.of(
                        one.id(),
                        one.acronym(),
                        customers.legalNames(List.of(one.acronym())).get(one.acronym()),
                        one.service(),
                        state(one.state(), locale),
                        one.agreement().contractNumber(),
                        one.agreement().startsOn(),
                        one.agreement().priceLine(),
                        one.activatedOn(),
                        one.trialEndsOn(),
                        one.references().licenceSerial(),
                        one.references().licenceEndsOn(),
                        one.noticeGivenOn(),
                        one.endsOn(),
                        one.orderNumber())
                .map(cell -> Objects.toString(cell, ""))
                .toList());
    }

    List<String> head(Locale locale) {
        return COLUMNS.stream()
                .map(column -> words("subscription.column." + column, locale))
                .toList();
    }

    private Line line(Subscription one, String name, Locale locale) {
        return new Line(
                one.id(),
                one.acronym(),
                name,
                one.service(),
                state(one.state(), locale),
                tag(one.state()),
                one.agreement().contractNumber(),
                day(one.activatedOn(), locale),
                one.references().licenceSerial(),
                one.isInTrial(BelgianTime.today(clock)) ? day(one.trialEndsOn(), locale) : null,
                day(one.endsOn(), locale));
    }

    private List<Fact> facts(Subscription one, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "order", one.orderNumber(), order(one.orderNumber()), locale);
        add(facts, "contract", one.agreement().contractNumber(), null, locale);
        if (one.agreement().startsOn() != null) {
            add(facts, "contractStart", day(one.agreement().startsOn(), locale), null, locale);
            add(facts, "firstYear", day(one.agreement().firstYearOverOn(), locale), null, locale);
        }
        add(facts, "runsOn", runsOn(one, locale), null, locale);
        add(facts, "priceLine", price(one.agreement().priceLine(), locale), null, locale);
        add(facts, "activated", day(one.activatedOn(), locale), null, locale);
        add(facts, "trial", day(one.trialEndsOn(), locale), null, locale);
        add(facts, "licence", one.references().licenceSerial(), null, locale);
        add(facts, "licenceEnd", day(one.references().licenceEndsOn(), locale), null, locale);
        add(facts, "appliance", one.references().applianceId(), null, locale);
        add(facts, "authority", authority(one.references().authority()), null, locale);
        add(facts, "organisation", one.references().organisationId(), null, locale);
        add(facts, "migration", one.migrationNumber(), order(one.migrationNumber()), locale);
        add(facts, "noticeGiven", day(one.noticeGivenOn(), locale), null, locale);
        add(facts, "ends", day(one.endsOn(), locale), null, locale);
        return facts;
    }

    private void add(List<Fact> facts, String label, String value, String link, Locale locale) {
        if (value != null) {
            facts.add(new Fact(words("subscription.column." + label, locale), value, link));
        }
    }

    /** Contracts are not renewed: they run on from year to year until somebody gives notice. */
    private String runsOn(Subscription one, Locale locale) {
        return one.state().isRunning()
                        && !one.isNoticeGiven()
                        && one.agreement().startsOn() != null
                ? words(
                        "subscription.runsOn",
                        locale,
                        day(one.agreement().contractYear(BelgianTime.today(clock)), locale))
                : null;
    }

    private String price(String code, Locale locale) {
        return priceLines
                .find(code)
                .map(PriceLine::euroPerYear)
                .map(euro -> words("subscription.price", locale, code, euro(euro, locale)))
                .orElse(code);
    }

    private static String euro(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(amount);
    }

    private List<Entry> history(Subscription subscription, Locale locale) {
        List<Entry> entries = new ArrayList<>(subscriptions.history(subscription.id()).stream()
                .map(caller.sight()::told)
                .map(event -> entry(event, locale))
                .toList());
        Collections.reverse(entries);
        return entries;
    }

    private Entry entry(SubscriptionEvent event, Locale locale) {
        return new Entry(
                words(
                        "subscription.event." + event.kind(),
                        locale,
                        day(event.countsFrom(), locale),
                        event.detail() == null ? "" : detail(event, locale)),
                wording.moment(event.happenedAt(), locale),
                messages.getMessage("actor." + event.actor(), null, wording.person(event.actor()), locale),
                event.orderNumber());
    }

    private String detail(SubscriptionEvent event, Locale locale) {
        return event.kind().equals("orderLeft")
                ? words("order.state." + event.detail(), locale)
                : event.kind().equals("migrated") ? authority(event.detail()) : wording.date(event.detail(), locale);
    }

    private List<OrderLine> orders(Subscription subscription, Locale locale) {
        return orders
                .ofCustomer(customers.acronyms(subscription.acronym()), subscription.service(), MOST_ORDERS)
                .stream()
                .map(order -> new OrderLine(
                        order.number(),
                        words("order.kind." + order.kind(), locale),
                        words("order.state." + order.state().code(), locale),
                        wording.day(order.openedAt(), locale)))
                .toList();
    }

    private List<Count> counts(
            SubscriptionPage found, SubscriptionFilter filter, SubscriptionQuery query, Locale locale) {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(
                words("subscription.state.all", locale),
                number(
                        found.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        locale),
                filter.with("state", "").at(BOARD),
                query.state() == null));
        found.counts()
                .forEach((state, count) -> counts.add(new Count(
                        state(state, locale),
                        number(count, locale),
                        filter.with("state", state.code()).at(BOARD),
                        query.state() == state)));
        return counts;
    }

    /** As people know it; the code itself where it is none of ours. */
    private String authority(String code) {
        return Stream.concat(authorities.all().stream(), authorities.former().stream())
                .filter(known -> known.equals(code))
                .findFirst()
                .map(authorities::name)
                .orElse(code);
    }

    private String state(SubscriptionState state, Locale locale) {
        return words("subscription.state." + state.code(), locale);
    }

    private static String tag(SubscriptionState state) {
        return switch (state) {
            case ACTIVE -> "good";
            case MIGRATING -> "warn";
            default -> "";
        };
    }

    private static String order(String number) {
        return number == null ? null : "/orders/" + number;
    }

    private static String step(SubscriptionFilter filter, int page, int pages) {
        return page < 0 || page >= pages
                ? null
                : filter.with("page", page == 0 ? "" : Integer.toString(page)).at(BOARD);
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String day(LocalDate day, Locale locale) {
        return day == null ? null : wording.day(day, locale);
    }

    private static String number(long count, Locale locale) {
        return NumberFormat.getInstance(locale).format(count);
    }
}
