package be.belnet.orderdesk.subscription;

import static be.belnet.orderdesk.subscription.SubscriptionState.ACTIVE;
import static be.belnet.orderdesk.subscription.SubscriptionState.INITIAL;
import static be.belnet.orderdesk.subscription.SubscriptionState.MIGRATING;
import static be.belnet.orderdesk.subscription.SubscriptionState.PROVISIONING;
import static be.belnet.orderdesk.subscription.SubscriptionState.TERMINATED;

import be.belnet.orderdesk.customer.CustomerRegister;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what customers have, and where each stands: initial, provisioning, active, migrating or terminated. What does not
 * follow from where it stands is refused with {@link SubscriptionStateException}, also when another node was faster.
 */
@Service
@Transactional
public class Subscriptions {
    private final JdbcClient jdbc;
    private final SubscriptionHistory history;
    private final CustomerRegister customers;
    private final ApplicationEventPublisher events;

    Subscriptions(
            JdbcClient jdbc,
            SubscriptionHistory history,
            CustomerRegister customers,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.history = history;
        this.customers = customers;
        this.events = events;
    }

    /** Begins with an order that is accepted; doing it again changes nothing. */
    public Subscription open(String service, String acronym, String orderNumber) {
        return ofOrder(orderNumber).orElseGet(() -> {
            long id = insert(service, acronym, INITIAL, orderNumber);
            history.noteState(id, "ordered", null, INITIAL, history.today(), orderNumber, null);
            return get(id);
        });
    }

    /** Notes that the order is being delivered; does nothing to one that is further, or where there is none. */
    public void provision(String orderNumber) {
        ofOrder(orderNumber)
                .filter(subscription -> subscription.state() == INITIAL)
                .ifPresent(subscription ->
                        move(subscription, PROVISIONING, "deliveryBegun", history.today(), orderNumber, null));
    }

    /** Notes the last day of the trial, which is counted from hand-over; does nothing where there is no subscription. */
    public void beginTrial(String orderNumber, LocalDate trialEndsOn) {
        ofOrder(orderNumber).ifPresent(subscription -> {
            jdbc.sql("update subscription set trial_ends_on = ? where id = ?")
                    .params(trialEndsOn, subscription.id())
                    .update();
            history.note(subscription.id(), "trialBegun", orderNumber, trialEndsOn.toString());
        });
    }

    /** Activates the service an order brought; activating it again changes nothing. */
    public Subscription activate(Activation activation) {
        Subscription opened = open(activation.service(), activation.acronym(), activation.orderNumber());
        Subscription provisioned = opened.state() == INITIAL ? provisioned(opened, activation.orderNumber()) : opened;
        if (provisioned.state() == PROVISIONING) {
            keep(opened.id(), activation);
            move(
                    provisioned,
                    ACTIVE,
                    "activated",
                    activation.activatedOn(),
                    activation.orderNumber(),
                    activation.agreement().priceLine());
        }
        return get(opened.id());
    }

    private Subscription provisioned(Subscription opened, String orderNumber) {
        provision(orderNumber);
        return get(opened.id());
    }

    /** Notes that a file moves the customer's subscriptions to another partner; those that are in use. */
    public void beginMigration(String acronym, String service, String file) {
        running(acronym, service).stream()
                .filter(subscription -> subscription.state() == ACTIVE)
                .forEach(subscription -> {
                    move(subscription, MIGRATING, "migrationBegun", history.today(), file, null);
                    jdbc.sql("update subscription set migration_number = ? where id = ?")
                            .params(file, subscription.id())
                            .update();
                });
    }

    /**
     * Notes that a file moves nothing any more.
     *
     * @param organisationId null when the customer has stayed where it was
     */
    public void endMigration(String file, String authority, String organisationId) {
        for (Subscription subscription : movedBy(file)) {
            String kind = organisationId == null ? "migrationAbandoned" : "migrated";
            move(subscription, ACTIVE, kind, history.today(), file, organisationId == null ? null : authority);
            jdbc.sql("update subscription set migration_number = null where id = ?")
                    .param(subscription.id())
                    .update();
            if (organisationId != null) {
                jdbc.sql("update subscription set authority = ?, organisation_id = ? where id = ?")
                        .params(authority, organisationId, subscription.id())
                        .update();
            }
        }
    }

    /** Keeps what the supplier said of the end of a licence. */
    public void keepLicenceEnd(long id, LocalDate endsOn, String file) {
        jdbc.sql("update subscription set licence_ends_on = ? where id = ?")
                .params(endsOn, id)
                .update();
        history.note(id, file == null ? "licenceEndSeen" : "licenceExtended", file, endsOn.toString());
    }

    /** Notes that a licence was extended by a person, who named something else than its end. */
    public void forgetLicenceEnd(long id, String file, String reference) {
        jdbc.sql("update subscription set licence_ends_on = null, licence_looked_at = null where id = ?")
                .param(id)
                .update();
        history.note(id, "licenceExtended", file, reference);
    }

    /** Something of it is otherwise from today on. */
    public void noteChange(long id, String orderNumber, String aspects) {
        requireRunning(id, "changed");
        history.note(id, "serviceChanged", orderNumber, aspects);
    }

    /** Another price counts from a day on. */
    public void changePrice(long id, String priceLine, LocalDate countsFrom, String orderNumber) {
        requireRunning(id, "changed");
        jdbc.sql("update subscription set price_line = ? where id = ?")
                .params(priceLine, id)
                .update();
        history.noteFrom(id, "priceChanged", countsFrom, orderNumber, priceLine);
    }

    /**
     * One of both has given notice.
     *
     * @param endsOn first day without the service
     */
    public void giveNotice(long id, LocalDate givenOn, LocalDate endsOn, String orderNumber) {
        requireInUse(id, "given notice of");
        jdbc.sql("update subscription set notice_given_on = ?, ends_on = ? where id = ?")
                .params(givenOn, endsOn, id)
                .update();
        history.noteFrom(id, "noticeGiven", givenOn, orderNumber, endsOn.toString());
        events.publishEvent(new NoticeGiven(id, endsOn, orderNumber));
    }

    /** It runs on as if no notice had been given. */
    public void withdrawNotice(long id, String orderNumber) {
        requireInUse(id, "continued");
        jdbc.sql("update subscription set notice_given_on = null, ends_on = null where id = ?")
                .param(id)
                .update();
        history.note(id, "noticeWithdrawn", orderNumber, null);
    }

    /**
     * Ends it; ending it again changes nothing.
     *
     * @param endsOn first day without the service
     */
    public void terminate(long id, LocalDate endsOn, String orderNumber) {
        Subscription subscription = get(id);
        if (subscription.state() != TERMINATED) {
            move(
                    subscription,
                    TERMINATED,
                    "terminated",
                    endsOn,
                    orderNumber,
                    subscription.agreement().priceLine());
            jdbc.sql("update subscription set ends_on = ? where id = ?")
                    .params(endsOn, id)
                    .update();
        }
    }

    /** Ends what was never delivered, because its order was left: licence and appliance went back with the order. */
    void drop(String orderNumber, String state) {
        ofOrder(orderNumber)
                .filter(subscription -> subscription.state() == INITIAL || subscription.state() == PROVISIONING)
                .ifPresent(subscription -> {
                    move(subscription, TERMINATED, "orderLeft", history.today(), orderNumber, state);
                    jdbc.sql("update subscription set licence_serial = null, appliance_id = null where id = ?")
                            .param(subscription.id())
                            .update();
                });
    }

    /** Written down of one that was there before Orderdesk. */
    long take(String service, String acronym, Agreement agreement) {
        long id = insert(service, acronym, ACTIVE, null);
        jdbc.sql("update subscription set activated_on = ? where id = ?")
                .params(agreement.startsOn(), id)
                .update();
        history.noteState(id, "imported", null, ACTIVE, agreement.startsOn(), null, agreement.priceLine());
        return id;
    }

    void keep(long id, Agreement agreement, PartnerReferences references, List<String> domains) {
        jdbc.sql("update subscription set contract_number = ?, contract_starts_on = ?, price_line = ?,"
                        + " licence_serial = ?, licence_ends_on = ?, appliance_id = ?, authority = ?, organisation_id = ?"
                        + " where id = ?")
                .params(Arrays.asList(
                        agreement.contractNumber(),
                        agreement.startsOn(),
                        agreement.priceLine(),
                        references.licenceSerial(),
                        references.licenceEndsOn(),
                        references.applianceId(),
                        references.authority(),
                        references.organisationId(),
                        id))
                .update();
        keepDomains(id, domains);
    }

    /** @throws EmptyResultDataAccessException when there is none */
    @Transactional(readOnly = true)
    public Subscription get(long id) {
        return find(id).orElseThrow(() -> new EmptyResultDataAccessException("No subscription " + id, 1));
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(long id) {
        return jdbc.sql("select * from subscription where id = ?")
                .param(id)
                .query(Subscriptions::subscription)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> ofOrder(String orderNumber) {
        return jdbc.sql("select * from subscription where order_number = ?")
                .param(orderNumber)
                .query(Subscriptions::subscription)
                .optional();
    }

    /** Acronyms of those that have the service in use, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> customersOf(String service) {
        return jdbc.sql(
                        "select distinct acronym from subscription where service = ? and state in ('active', 'migrating')"
                                + " order by acronym")
                .param(service)
                .query(String.class)
                .list();
    }

    /** Services of a customer that are in use, under whatever acronym it got them; oldest first. */
    @Transactional(readOnly = true)
    public List<Subscription> running(String acronym, String service) {
        return jdbc.sql("select * from subscription where acronym in (:acronyms) and service = :service"
                        + " and state in ('active', 'migrating') order by id")
                .param("acronyms", customers.acronyms(acronym))
                .param("service", service)
                .query(Subscriptions::subscription)
                .list();
    }

    /** As {@link #running}, with those that the customer tries before its order has activated them. */
    @Transactional(readOnly = true)
    public List<Subscription> inUse(String acronym, String service) {
        return jdbc.sql("select * from subscription where acronym in (:acronyms) and service = :service"
                        + " and (state in ('active', 'migrating') or state = 'provisioning' and trial_ends_on is not null)"
                        + " order by id")
                .param("acronyms", customers.acronyms(acronym))
                .param("service", service)
                .query(Subscriptions::subscription)
                .list();
    }

    /** Domains it is for, in the order in which they were determined. */
    @Transactional(readOnly = true)
    public List<String> domains(long id) {
        return jdbc.sql("select domain from subscription_domain where subscription_id = ? order by position")
                .param(id)
                .query(String.class)
                .list();
    }

    /** What happened to it, oldest first. */
    @Transactional(readOnly = true)
    public List<SubscriptionEvent> history(long id) {
        return history.of(id);
    }

    /** Keeps what was handed over in a trial that ends before its order has activated it. */
    public void keepHandedOver(long id, PartnerReferences references, List<String> domains) {
        keep(id, get(id).agreement(), references, domains);
    }

    /** Replaces the domains it is for. */
    public void keepDomains(long id, List<String> domains) {
        jdbc.sql("delete from subscription_domain where subscription_id = ?")
                .param(id)
                .update();
        int position = 0;
        for (String domain : new LinkedHashSet<>(domains)) {
            jdbc.sql("insert into subscription_domain (subscription_id, position, domain) values (?, ?, ?)")
                    .params(id, position++, domain)
                    .update();
        }
    }

    private void keep(long id, Activation activation) {
        keep(id, activation.agreement(), activation.references(), activation.domains());
        jdbc.sql("update subscription set activated_on = ?, trial_ends_on = ? where id = ?")
                .params(Arrays.asList(activation.activatedOn(), activation.trialEndsOn(), id))
                .update();
    }

    private List<Subscription> movedBy(String file) {
        return jdbc.sql("select * from subscription where migration_number = ? and state = 'migrating' order by id")
                .param(file)
                .query(Subscriptions::subscription)
                .list();
    }

    private long insert(String service, String acronym, SubscriptionState state, String orderNumber) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into subscription (service, acronym, state, live, order_number) values (?, ?, ?, 1, ?)")
                .params(Arrays.asList(service, acronym, state.code(), orderNumber))
                .update(key, "id");
        return key.getKey().longValue();
    }

    private void move(
            Subscription subscription,
            SubscriptionState next,
            String kind,
            LocalDate countsFrom,
            String orderNumber,
            String detail) {
        int moved = subscription.state().mayBecome(next)
                ? jdbc.sql("update subscription set state = ?, live = ? where id = ? and state = ?")
                        .params(Arrays.asList(
                                next.code(),
                                next == TERMINATED ? null : 1,
                                subscription.id(),
                                subscription.state().code()))
                        .update()
                : 0;
        if (moved == 0) {
            throw new SubscriptionStateException(subscription.id(), subscription.state(), next.code());
        }
        history.noteState(subscription.id(), kind, subscription.state(), next, countsFrom, orderNumber, detail);
    }

    private void requireRunning(long id, String asked) {
        Subscription subscription = get(id);
        if (!subscription.state().isRunning()) {
            throw new SubscriptionStateException(id, subscription.state(), asked);
        }
    }

    private void requireInUse(long id, String asked) {
        Subscription subscription = get(id);
        if (!subscription.mayBeEnded()) {
            throw new SubscriptionStateException(id, subscription.state(), asked);
        }
    }

    static Subscription subscription(ResultSet row, int index) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getString("service"),
                row.getString("acronym"),
                SubscriptionState.of(row.getString("state")),
                row.getString("order_number"),
                new Agreement(
                        row.getString("contract_number"),
                        row.getObject("contract_starts_on", LocalDate.class),
                        row.getString("price_line")),
                row.getObject("activated_on", LocalDate.class),
                row.getObject("trial_ends_on", LocalDate.class),
                new PartnerReferences(
                        row.getString("licence_serial"),
                        row.getObject("licence_ends_on", LocalDate.class),
                        row.getString("appliance_id"),
                        row.getString("authority"),
                        row.getString("organisation_id")),
                row.getObject("notice_given_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("migration_number"));
    }
}
