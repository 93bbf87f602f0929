package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.Appliance.State;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.bams.ListedAppliance;
import be.belnet.orderdesk.openstack.OpenStack.Address;
import be.belnet.orderdesk.openstack.OpenStack.NetworkPort;
import be.belnet.orderdesk.openstack.OpenStack.NewServer;
import be.belnet.orderdesk.openstack.OpenStack.Port;
import be.belnet.orderdesk.openstack.OpenStack.Server;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWords;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One server per order, on a port that bears the order number. The port makes a second server fail; the tag finds the
 * first one again.
 */
class OpenStackApplianceHost implements ApplianceHost {
    private static final String TAG = "bams:";
    private static final String PORT = "port";
    /** States in which a server has one size. */
    private static final List<String> SETTLED = List.of("ACTIVE", "SHUTOFF");

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,50}");

    private final OpenStack openStack;
    private final FirstBootFiles firstBoot;
    private final OpenStackProperties properties;

    OpenStackApplianceHost(OpenStack openStack, FirstBootFiles firstBoot, OpenStackProperties properties) {
        this.openStack = openStack;
        this.firstBoot = firstBoot;
        this.properties = properties;
    }

    @Override
    public Optional<Appliance> find(String reference) {
        var appliances = present(reference).stream().map(this::appliance).toList();
        var usable =
                appliances.stream().filter(one -> one.state() != State.FAILED).toList();
        if (usable.size() > 1) {
            throw several(reference, usable);
        }
        return usable.stream().findFirst().or(() -> appliances.stream().findFirst());
    }

    /** Of servers asked for at once on one port all but one fail soon, so only those that stay need a person. */
    private static PartnerException several(String reference, List<Appliance> appliances) {
        var message = "two servers carry the tag " + tag(reference);
        return appliances.stream().allMatch(one -> one.state() == State.READY)
                ? new PartnerRefusedException(OpenStack.NAME, "twoObjects", message)
                : new PartnerUnavailableException(OpenStack.NAME, message + " and are still being built");
    }

    @Override
    public Appliance create(String reference, ApplianceRequest request) {
        var earlier = find(reference).filter(one -> one.state() != State.FAILED);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        clear(reference);
        var port = port(reference);
        return createServer(reference, request, port)
                .map(id -> new Appliance(id, State.BUILDING, null, null))
                .orElseGet(() -> onTakenPort(reference));
    }

    @Override
    public Optional<Appliance> look(String applianceId) {
        return openStack
                .server(applianceId)
                .filter(OpenStackApplianceHost::present)
                .map(this::appliance);
    }

    /** By what the list says: ports are not looked at, of which each would be a call. */
    @Override
    public List<ListedAppliance> appliances() {
        return openStack.servers().stream()
                .filter(OpenStackApplianceHost::present)
                .map(OpenStackApplianceHost::listed)
                .toList();
    }

    @Override
    public Optional<ListedAppliance> listed(String id) {
        return openStack.server(id).filter(OpenStackApplianceHost::present).map(OpenStackApplianceHost::listed);
    }

    private static ListedAppliance listed(Server server) {
        return new ListedAppliance(server.id(), reference(server), state(server));
    }

    private static String reference(Server server) {
        return Stream.ofNullable(server.tags())
                .flatMap(List::stream)
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> tag.substring(TAG.length()))
                .findFirst()
                .orElse(null);
    }

    private static State state(Server server) {
        return switch (server.status()) {
            case "ACTIVE" -> State.READY;
            case "SHUTOFF" -> State.STOPPED;
            case "ERROR" -> State.FAILED;
            default -> State.BUILDING;
        };
    }

    @Override
    public void stop(String applianceId) {
        if (!openStack.stopServer(applianceId)) {
            listed(applianceId).filter(ListedAppliance::runs).ifPresent(now -> {
                throw new PartnerUnavailableException(
                        OpenStack.NAME, "server " + applianceId + " is in no state to be stopped yet");
            });
        }
    }

    @Override
    public boolean hasSize(String applianceId, int cpus) {
        return openStack
                .server(applianceId)
                .filter(server -> SETTLED.contains(server.status()))
                .filter(server -> flavor(cpus).equals(server.flavor().name()))
                .isPresent();
    }

    /** Nova runs it in its new size and waits for a word, which this gives where the size is the one that is wanted. */
    @Override
    public void resize(String applianceId, int cpus) {
        var server = known(applianceId);
        if (SETTLED.contains(server.status())
                && !flavor(cpus).equals(server.flavor().name())) {
            openStack.resizeServer(
                    applianceId, openStack.flavorId(flavor(cpus)).orElseThrow(() -> missing("flavor", flavor(cpus))));
        }
        var deadline = Instant.now().plus(properties.removalTimeout());
        server = known(applianceId);
        while (server.status().equals("RESIZE")) {
            if (Instant.now().isAfter(deadline)) {
                throw resizing(applianceId);
            }
            pause();
            server = known(applianceId);
        }
        settle(server, flavor(cpus));
    }

    private void settle(Server server, String wanted) {
        if (server.status().equals("VERIFY_RESIZE")) {
            var keep = wanted.equals(server.flavor().name());
            openStack.settleResize(server.id(), keep);
            if (!keep) {
                throw resizing(server.id());
            }
        } else if (!SETTLED.contains(server.status())
                || !wanted.equals(server.flavor().name())) {
            throw new PartnerRefusedException(
                    OpenStack.NAME, server.status(), "server " + server.id() + " does not take its new size");
        }
    }

    private Server known(String applianceId) {
        return openStack
                .server(applianceId)
                .filter(OpenStackApplianceHost::present)
                .orElseThrow(() -> new PartnerRefusedException(OpenStack.NAME, "404", "has no server " + applianceId));
    }

    private static PartnerBusyException resizing(String applianceId) {
        return new PartnerBusyException(OpenStack.NAME, null, "server " + applianceId + " is being resized");
    }

    private String flavor(int cpus) {
        var flavor = properties.flavors().get(cpus);
        if (flavor == null) {
            throw new IllegalArgumentException("No flavor for " + cpus + " CPUs");
        }
        return flavor;
    }

    /** The port goes first: without its server nobody would know which port is left over. */
    @Override
    public void remove(Appliance appliance) {
        openStack.server(appliance.id()).ifPresent(server -> {
            Stream.concat(port(server).stream(), openStack.portsNamed(server.name()).stream())
                    .distinct()
                    .filter(port -> port.free() || port.deviceId().equals(server.id()))
                    .forEach(port -> openStack.deletePort(port.id()));
            unusable(server).forEach(other -> openStack.deleteServer(other.id()));
            openStack.deleteServer(server.id());
        });
    }

    /** A port stays with its server until that is gone, and nobody would look for it afterwards. */
    @Override
    public void release(String reference) {
        List<Port> left = openStack.portsNamed(name(reference));
        left.stream().filter(Port::free).forEach(port -> openStack.deletePort(port.id()));
        if (!left.stream().allMatch(Port::free)) {
            throw new PartnerUnavailableException(
                    OpenStack.NAME, "the server of " + reference + " is still being removed");
        }
    }

    /** What failed for the same order beside this server, and would be looked for by nobody once it is gone. */
    private List<Server> unusable(Server server) {
        return Stream.ofNullable(server.tags())
                .flatMap(List::stream)
                .filter(tag -> tag.startsWith(TAG))
                .flatMap(tag -> openStack.serversTagged(tag).stream())
                .filter(other -> !other.id().equals(server.id()))
                .filter(other -> appliance(other).state() != State.READY)
                .toList();
    }

    /** A refusal leaves nothing behind, not even the address kept for the server. */
    private Optional<String> createServer(String reference, ApplianceRequest request, Port port) {
        try {
            return openStack.createServer(newServer(reference, request, port));
        } catch (PartnerRefusedException refused) {
            if (port.free()) {
                openStack.deletePort(port.id());
            }
            throw refused;
        }
    }

    private Appliance onTakenPort(String reference) {
        return find(reference)
                .filter(one -> one.state() != State.FAILED)
                .orElseThrow(() -> new PartnerRefusedException(
                        OpenStack.NAME, "409", "the port of " + reference + " is used by a server without its tag"));
    }

    /** Removes what is left of failed attempts, and waits until it is gone: until then it holds the port. */
    private void clear(String reference) {
        var deadline = Instant.now().plus(properties.removalTimeout());
        var left = openStack.serversTagged(tag(reference));
        left.stream().filter(OpenStackApplianceHost::present).forEach(server -> openStack.deleteServer(server.id()));
        while (!left.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new PartnerUnavailableException(OpenStack.NAME, "an earlier server is still being removed");
            }
            pause();
            left = openStack.serversTagged(tag(reference));
        }
    }

    private void pause() {
        var later = CompletableFuture.delayedExecutor(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }

    private Port port(String reference) {
        var ports = openStack.portsNamed(name(reference));
        if (ports.size() > 1) {
            throw new PartnerRefusedException(OpenStack.NAME, "twoObjects", "two ports are named " + name(reference));
        }
        return ports.stream().findFirst().orElseGet(() -> onlyPort(reference));
    }

    /** Names of ports are not unique: whoever sees a second one takes the own one back, so at most one attempt goes on. */
    private Port onlyPort(String reference) {
        var port = openStack.createPort(name(reference), networkId());
        if (openStack.portsNamed(name(reference)).size() > 1) {
            openStack.deletePort(port.id());
            throw new PartnerUnavailableException(OpenStack.NAME, "another attempt makes the port of " + reference);
        }
        return port;
    }

    private NewServer newServer(String reference, ApplianceRequest request, Port port) {
        var flavor = flavor(request.cpus());
        var address = port.fixedIp();
        return new NewServer(
                name(reference),
                openStack.imageId(properties.imageName()).orElseThrow(() -> missing("image", properties.imageName())),
                openStack.flavorId(flavor).orElseThrow(() -> missing("flavor", flavor)),
                List.of(new NetworkPort(port.id())),
                true,
                Map.of("order", reference, PORT, port.id()),
                List.of(tag(reference)),
                firstBoot.of(request, address, openStack.subnet(address.subnetId())));
    }

    private String networkId() {
        return openStack
                .networkId(properties.networkName())
                .orElseThrow(() -> missing("network", properties.networkName()));
    }

    private List<Server> present(String reference) {
        return openStack.serversTagged(tag(reference)).stream()
                .filter(OpenStackApplianceHost::present)
                .toList();
    }

    private static boolean present(Server server) {
        return !"deleting".equals(server.taskState())
                && !List.of("DELETED", "SOFT_DELETED").contains(server.status());
    }

    private Appliance appliance(Server server) {
        return switch (server.status()) {
            case "ACTIVE" -> active(server);
            case "SHUTOFF" -> new Appliance(server.id(), State.STOPPED, null, null);
            case "ERROR" -> new Appliance(server.id(), State.FAILED, null, fault(server));
            default -> building(server);
        };
    }

    /** A server that lost the race for its port runs without its address, and nobody will ever reach it. */
    private Appliance active(Server server) {
        return port(server)
                .filter(port -> server.id().equals(port.deviceId()))
                .map(port -> port.fixedIp().ipAddress())
                .map(expected -> addresses(server).contains(expected)
                        ? new Appliance(server.id(), State.READY, expected, null)
                        : building(server))
                .orElseGet(() -> new Appliance(server.id(), State.FAILED, null, "runs without the port made for it"));
    }

    /** The one made for it, by the id that the server bears: lists of ports may lag behind. */
    private Optional<Port> port(Server server) {
        return Optional.ofNullable(server.metadata())
                .map(metadata -> metadata.get(PORT))
                .flatMap(openStack::port);
    }

    private static Appliance building(Server server) {
        return new Appliance(server.id(), State.BUILDING, null, null);
    }

    private static List<String> addresses(Server server) {
        return server.addresses().values().stream()
                .flatMap(Collection::stream)
                .map(Address::addr)
                .toList();
    }

    /** Lists leave the reason out when no host was found; the server itself tells it. */
    private String fault(Server server) {
        return Optional.ofNullable(server.fault())
                .or(() -> openStack.server(server.id()).map(Server::fault))
                .map(fault -> PartnerWords.of(fault.message()))
                .orElse(PartnerWords.of(null));
    }

    private static PartnerRefusedException missing(String kind, String name) {
        return new PartnerRefusedException(OpenStack.NAME, "404", "has no " + kind + " named " + name);
    }

    private String name(String reference) {
        return properties.namePrefix() + reference;
    }

    private static String tag(String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("Not an order number: " + reference);
        }
        return TAG + reference;
    }
}
