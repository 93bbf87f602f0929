package be.belnet.orderdesk.bams;

import static be.belnet.orderdesk.bams.MailSecurityArrangement.ADD_ONS;
import static be.belnet.orderdesk.bams.MailSecurityArrangement.CPUS;
import static be.belnet.orderdesk.bams.MailSecurityArrangement.MAIL_DOMAINS;
import static be.belnet.orderdesk.bams.MailSecurityArrangement.PACKAGE;

import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.Change;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Changes mail security where it runs: the same licence covers something else, the same appliance has another size and
 * protects other domains.
 */
@Service
public class MailSecurityChange {
    private final Changes changes;
    private final BamsOrders bamsOrders;
    private final LicenceSupplier licences;
    private final ApplianceHost appliances;
    private final MailGateway gateway;
    private final OrderFile orders;
    private final BamsProperties properties;

    MailSecurityChange(
            Changes changes,
            BamsOrders bamsOrders,
            LicenceSupplier licences,
            ApplianceHost appliances,
            MailGateway gateway,
            OrderFile orders,
            BamsProperties properties) {
        this.changes = changes;
        this.bamsOrders = bamsOrders;
        this.licences = licences;
        this.appliances = appliances;
        this.gateway = gateway;
        this.orders = orders;
        this.properties = properties;
    }

    /** Serial number of the licence, where it covers what is wanted, or nothing of it changes. */
    public Optional<String> findLicence(String number) {
        return licenceIs(number, Change::after);
    }

    /** Has the same licence cover what is wanted. Its serial number. */
    public String changeLicence(String number) {
        return changeLicence(number, Change::after);
    }

    public void keepLicence(String number, String serial) {
        if (changesLicence(changes.get(number))) {
            recordOnce(number, "licenceChanged", Map.of("serial", serial));
        }
    }

    /** Whether the licence covers what it did before. What the distributor sold, people alone change. */
    public boolean isLicenceAsBefore(String number) {
        return throughDistributor(number) || licenceIs(number, Change::before).isPresent();
    }

    /** Has the licence cover again what it did before. */
    public void restoreLicence(String number) {
        if (licenceIs(number, Change::before).isEmpty()) {
            changeLicence(number, Change::before);
        }
    }

    /** The host's id of the appliance, where it has the size that is wanted, or there is none. */
    public Optional<String> findSize(String number) {
        return sizeIs(number, Change::after);
    }

    /** Gives the same appliance the size that is wanted. Safe to repeat. The host's id. */
    public String resizeAppliance(String number) {
        return resize(number, Change::after);
    }

    public void keepSize(String number, String applianceId) {
        Change change = changes.get(number);
        if (differs(change, CPUS)) {
            recordOnce(
                    number,
                    "applianceResized",
                    Map.of("appliance", applianceId, "cpus", change.after().one(CPUS)));
        }
    }

    public boolean isSizeAsBefore(String number) {
        return sizeIs(number, Change::before).isPresent();
    }

    /** Gives the appliance its former size back. */
    public void restoreSize(String number) {
        if (sizeIs(number, Change::before).isEmpty()) {
            resize(number, Change::before);
        }
    }

    /** Address of the appliance, where it protects exactly the domains that are wanted of those that change. */
    public Optional<String> findDomains(String number) {
        return domainsAre(number, Change::before, Change::after);
    }

    /** Protects new and changed domains on the same appliance and takes away those that go. Safe to repeat. Its address. */
    public String changeDomains(String number) {
        return changeDomains(number, Change::before, Change::after);
    }

    public void keepDomains(String number, String address) {
        if (differs(changes.get(number), MAIL_DOMAINS)) {
            recordOnce(number, "applianceDomainsChanged", Map.of("address", address));
        }
    }

    /** Whether of the domains that change exactly those are protected that were before. */
    public boolean areDomainsAsBefore(String number) {
        return domainsAre(number, Change::after, Change::before).isPresent();
    }

    /** Protects what was protected before; a domain whose mail host nobody knows stays away. */
    public void restoreDomains(String number) {
        if (domainsAre(number, Change::after, Change::before).isEmpty()) {
            changeDomains(number, Change::after, Change::before);
        }
    }

    private Optional<String> licenceIs(String number, Function<Change, Arrangement> side) {
        Change change = changes.get(number);
        Optional<String> serial =
                Optional.ofNullable(changes.subscription(number).references().licenceSerial());
        boolean asWanted = serial.isEmpty()
                || !changesLicence(change)
                || !throughDistributor(number)
                        && licences.covers(new Licence(serial.get()), request(number, side.apply(change)));
        return asWanted ? Optional.of(serial.orElse("–")) : Optional.empty();
    }

    private String changeLicence(String number, Function<Change, Arrangement> side) {
        Change change = changes.get(number);
        String serial = changes.subscription(number).references().licenceSerial();
        if (throughDistributor(number)) {
            throw new PartnerRefusedException(
                    "Fortinet", "distributor", "licence " + serial + " was bought through the distributor");
        }
        licences.change(new Licence(serial), request(number, side.apply(change)));
        return serial;
    }

    private Optional<String> sizeIs(String number, Function<Change, Arrangement> side) {
        Change change = changes.get(number);
        Optional<String> id =
                Optional.ofNullable(changes.subscription(number).references().applianceId());
        boolean asWanted = id.isEmpty() || !differs(change, CPUS) || appliances.hasSize(id.get(), cpus(side, change));
        return asWanted ? Optional.of(id.orElse("–")) : Optional.empty();
    }

    private String resize(String number, Function<Change, Arrangement> side) {
        String id = changes.subscription(number).references().applianceId();
        appliances.resize(id, cpus(side, changes.get(number)));
        return id;
    }

    private Optional<String> domainsAre(
            String number, Function<Change, Arrangement> from, Function<Change, Arrangement> to) {
        Change change = changes.get(number);
        String id = changes.subscription(number).references().applianceId();
        if (id == null || !differs(change, MAIL_DOMAINS)) {
            return Optional.of("–");
        }
        String address = address(id);
        var present = new HashSet<>(gateway.protectedDomains(address));
        boolean there = present.containsAll(newIn(to.apply(change), from.apply(change)));
        boolean gone = present.stream()
                .map(ProtectedDomain::domain)
                .noneMatch(goneIn(to.apply(change), from.apply(change))::contains);
        return there && gone ? Optional.of(address) : Optional.empty();
    }

    private String changeDomains(String number, Function<Change, Arrangement> from, Function<Change, Arrangement> to) {
        Change change = changes.get(number);
        String address = address(changes.subscription(number).references().applianceId());
        gateway.protect(address, newIn(to.apply(change), from.apply(change)));
        gateway.unprotect(address, goneIn(to.apply(change), from.apply(change)));
        return address;
    }

    private String address(String applianceId) {
        return appliances
                .look(applianceId)
                .map(Appliance::address)
                .orElseThrow(() -> new PartnerRefusedException(
                        "OpenStack", "404", "appliance " + applianceId + " is not there or does not run"));
    }

    /** New domains, and those that deliver to another host. */
    private static List<ProtectedDomain> newIn(Arrangement to, Arrangement from) {
        return MailSecurityArrangement.domains(to).stream()
                .filter(domain -> !MailSecurityArrangement.domains(from).contains(domain))
                .toList();
    }

    /** Names that only the former one has. */
    private static List<String> goneIn(Arrangement to, Arrangement from) {
        var stay = MailSecurityArrangement.names(to);
        return MailSecurityArrangement.names(from).stream()
                .filter(name -> !stay.contains(name))
                .toList();
    }

    private LicenceRequest request(String number, Arrangement wanted) {
        return new LicenceRequest(
                orders.get(number).acronym(),
                Integer.parseInt(wanted.one(CPUS)),
                wanted.one(PACKAGE),
                new LinkedHashSet<>(wanted.all(ADD_ONS)));
    }

    private static int cpus(Function<Change, Arrangement> side, Change change) {
        return Integer.parseInt(side.apply(change).one(CPUS));
    }

    /** Steps that are gone over again find what is done already. */
    private void recordOnce(String number, String kind, Map<String, String> facts) {
        if (!orders.has(number, kind)) {
            orders.record(number, kind, facts);
        }
    }

    private static boolean changesLicence(Change change) {
        return differs(change, CPUS) || differs(change, PACKAGE) || differs(change, ADD_ONS);
    }

    private static boolean differs(Change change, String aspect) {
        return change.before().differences(change.after()).contains(aspect);
    }

    /** As its order says; of what was there before Orderdesk, as Belnet buys its licences now. */
    private boolean throughDistributor(String number) {
        return Optional.ofNullable(changes.subscription(number).orderNumber())
                .flatMap(bamsOrders::find)
                .map(BamsOrder::throughDistributor)
                .orElse(properties.licenceRoute() == LicenceRoute.DISTRIBUTOR);
    }
}
