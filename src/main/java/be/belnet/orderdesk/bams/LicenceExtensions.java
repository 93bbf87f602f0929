package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.subscription.SubscribedLicences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has licences extended before they end: by call, or through a person who buys the extension. */
@Service
@Transactional
public class LicenceExtensions {
    /** Kind of the files. */
    public static final String KIND = "licenceExtension";

    private static final String SERVICE = "BAMS";

    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final Subscriptions subscriptions;
    private final SubscribedLicences subscribed;
    private final LicenceSupplier licences;
    private final LicenceRegistry registry;
    private final BamsProperties properties;
    private final Belnet belnet;
    private final JdbcClient jdbc;

    LicenceExtensions(
            OrderFile orders,
            BamsOrders bamsOrders,
            Subscriptions subscriptions,
            SubscribedLicences subscribed,
            LicenceSupplier licences,
            LicenceRegistry registry,
            BamsProperties properties,
            Belnet belnet,
            JdbcClient jdbc) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.subscriptions = subscriptions;
        this.subscribed = subscribed;
        this.licences = licences;
        this.registry = registry;
        this.properties = properties;
        this.belnet = belnet;
        this.jdbc = jdbc;
    }

    /** Whether a file has the licence extended now. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(Subscription subscription) {
        return jdbc.sql("select count(*) from licence_extension where subscription_id = ? and open_slot = 1")
                        .param(subscription.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Opens the file that has a licence extended.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one, opened by whichever node; roll back then
     */
    public LicenceExtension open(Subscription subscription) {
        var ours = new Requester(belnet.name(), belnet.mail(), null, "en");
        Order file = orders.open(new NewOrder(SERVICE, KIND, subscription.acronym(), null, ours, null, null, null));
        LocalDate endsOn = subscription.references().licenceEndsOn();
        bamsOrders.open(file.number());
        bamsOrders.keepLicence(file.number(), subscription.references().licenceSerial());
        jdbc.sql("insert into licence_extension (order_number, subscription_id, licence_ends_on, wanted_until,"
                        + " through_distributor, open_slot) values (?, ?, ?, ?, ?, 1)")
                .params(
                        file.number(),
                        subscription.id(),
                        endsOn,
                        wantedUntil(subscription),
                        isThroughDistributor(subscription))
                .update();
        orders.record(
                file.number(),
                "licenceEnding",
                Map.of("serial", subscription.references().licenceSerial(), "on", endsOn.toString()));
        return get(file.number());
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when the file is of another kind */
    @Transactional(readOnly = true)
    public LicenceExtension get(String file) {
        return find(file).orElseThrow(() -> new EmptyResultDataAccessException(file + " extends no licence", 1));
    }

    /** Empty for files of other kinds. */
    @Transactional(readOnly = true)
    public Optional<LicenceExtension> find(String file) {
        return jdbc.sql("select e.*, s.licence_serial from licence_extension e"
                        + " join subscription s on s.id = e.subscription_id where e.order_number = ?")
                .param(file)
                .query((row, index) -> new LicenceExtension(
                        row.getString("order_number"),
                        row.getLong("subscription_id"),
                        new Licence(row.getString("licence_serial")),
                        row.getObject("licence_ends_on", LocalDate.class),
                        row.getObject("wanted_until", LocalDate.class),
                        row.getBoolean("through_distributor")))
                .optional();
    }

    /** Last day of the licence as an ISO date, when it has been extended already, by whichever attempt. */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = PartnerException.class)
    public Optional<String> findExtended(String file) {
        LicenceExtension extension = get(file);
        return Optional.of(licences.endsOn(extension.licence()))
                .filter(end -> end.isAfter(extension.endsOn()))
                .map(LocalDate::toString);
    }

    /** Has the supplier extend the licence; looks up nothing. The last day that the supplier answers, as an ISO date. */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = PartnerException.class)
    public String extend(String file) {
        LicenceExtension extension = get(file);
        return licences.extend(extension.licence(), extension.wantedUntil()).toString();
    }

    /** Keeps the new end. */
    public void keep(String file, LocalDate endsOn) {
        LicenceExtension extension = get(file);
        subscriptions.keepLicenceEnd(extension.subscriptionId(), endsOn, file);
        orders.record(
                file, "licenceExtended", Map.of("serial", extension.licence().serialNumber(), "on", endsOn.toString()));
    }

    /** Keeps that a person had it extended, by whatever reference; the end is asked for then. */
    public void keepWithoutEnd(String file, String reference) {
        LicenceExtension extension = get(file);
        subscriptions.forgetLicenceEnd(extension.subscriptionId(), file, reference);
        orders.record(
                file, "licenceExtended", Map.of("serial", extension.licence().serialNumber(), "on", reference));
    }

    /** Somebody decided that the licence ends when it does. */
    public void leave(String file, String reason) {
        LicenceExtension extension = get(file);
        subscribed.leave(subscriptions.get(extension.subscriptionId()), file);
        orders.setClosingReason(file, reason);
        orders.record(
                file,
                "licenceLeft",
                Map.of(
                        "serial",
                        extension.licence().serialNumber(),
                        "on",
                        extension.endsOn().toString(),
                        "reason",
                        reason));
    }

    /** The end of a licence as its supplier has it. */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = PartnerException.class)
    public Optional<LocalDate> lookAtEnd(Subscription subscription) {
        var licence = new Licence(subscription.references().licenceSerial());
        return isThroughDistributor(subscription) ? registry.endsOn(licence) : Optional.of(licences.endsOn(licence));
    }

    @EventListener
    void closed(OrderClosed file) {
        jdbc.sql("update licence_extension set open_slot = null where order_number = ?")
                .param(file.number())
                .update();
    }

    /** As its order had it bought; by the setting where it came without one. */
    private boolean isThroughDistributor(Subscription subscription) {
        return subscription.orderNumber() == null
                ? properties.licenceRoute() == LicenceRoute.DISTRIBUTOR
                : bamsOrders.get(subscription.orderNumber()).throughDistributor();
    }

    /** Another term; no longer than the service goes on. */
    private LocalDate wantedUntil(Subscription subscription) {
        LocalDate term = subscription
                .references()
                .licenceEndsOn()
                .plus(properties.licenceExtension().term());
        return Optional.ofNullable(subscription.endsOn())
                .map(end -> end.minusDays(1))
                .filter(term::isAfter)
                .orElse(term);
    }
}
