package be.belnet.sandbox.openstack;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.world.Rows;
import be.belnet.sandbox.world.WorldPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The cloud's state. Time passes when somebody looks: each access first brings servers to where they would be by now.
 * One access at a time, each in its own transaction.
 */
@Component
public class Cloud implements WorldPart {
    private static final Rows<Port> PORT_ROWS = Rows.of(Port.class);
    private static final Rows<Server> SERVER_ROWS = Rows.of(Server.class);
    static final String PARTNER = "openstack";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final OpenStackSettings settings;
    private final ObjectMapper json;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Queue<String> buildFaults = new ConcurrentLinkedQueue<>();

    Cloud(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Ledger ledger,
            ApplicationEventPublisher events,
            OpenStackSettings settings,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ledger = ledger;
        this.events = events;
        this.settings = settings;
        this.json = json;
    }

    /** Lets time pass up to now, so that machines exist that were asked for long enough ago. */
    public void catchUp() {
        now(() -> null);
    }

    /** Switches a machine off from within, as its own shut-down does. */
    public void shutDownFromWithin(String machineId) {
        now(() -> find(machineId)
                .filter(server -> server.status().equals("ACTIVE"))
                .map(server -> status(server, "SHUTOFF")));
    }

    /** The next server to be asked for ends in {@code ERROR} with this fault. */
    public void failNextBuild(String fault) {
        buildFaults.add(fault);
    }

    @Override
    public void startAgain() {
        buildFaults.clear();
        jdbc.sql("delete from os_server").update();
        jdbc.sql("delete from os_port").update();
        jdbc.sql("delete from os_token").update();
    }

    static String address() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/openstack")
                .toUriString();
    }

    static List<Map<String, Object>> links(String kind, String id) {
        return List.of(
                Json.object("rel", "self", "href", address() + "/compute/v2.1/" + kind + "/" + id),
                Json.object("rel", "bookmark", "href", address() + "/compute/" + kind + "/" + id));
    }

    <T> T now(Supplier<T> access) {
        oneAtATime.lock();
        try {
            return transaction.execute(status -> {
                letTimePass(Instant.now());
                return access.get();
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    List<Server> servers() {
        return jdbc.sql("select * from os_server order by created_at, id")
                .query(SERVER_ROWS)
                .list();
    }

    List<Server> serversTagged(String tag) {
        return jdbc.sql("select s.* from os_server_tag t join os_server s on s.id = t.server_id where t.tag = ?"
                        + " order by s.created_at, s.id")
                .param(tag)
                .query(SERVER_ROWS)
                .list();
    }

    Optional<Server> find(String id) {
        return jdbc.sql("select * from os_server where id = ?")
                .param(id)
                .query(SERVER_ROWS)
                .optional();
    }

    Server server(String id) {
        return find(id).orElseThrow(() -> OpenStackError.notFound("Instance", id));
    }

    List<Port> ports() {
        return jdbc.sql("select * from os_port order by created_at, id")
                .query(PORT_ROWS)
                .list();
    }

    List<Port> portsNamed(String name) {
        return jdbc.sql("select * from os_port where name = ? order by created_at, id")
                .param(name)
                .query(PORT_ROWS)
                .list();
    }

    Optional<Port> port(String id) {
        return jdbc.sql("select * from os_port where id = ?")
                .param(id)
                .query(PORT_ROWS)
                .optional();
    }

    /** @param address null for the next free one */
    Port createPort(String name, String address, boolean madeByNova) {
        var taken = new HashSet<>(
                jdbc.sql("select address from os_port").query(String.class).list());
        if (address != null && taken.contains(address)) {
            throw OpenStackError.neutron(
                    409,
                    "IpAddressAlreadyAllocated",
                    "IP address %s already allocated in subnet %s"
                            .formatted(address, Network.SUBNETS.get(0).id()));
        }
        var chosen = address != null ? address : nextFree(taken);
        var subnet = Network.holding(chosen)
                .orElseThrow(() -> OpenStackError.neutron(
                        400,
                        "InvalidIpForNetwork",
                        "IP address %s is not a valid IP for any of the subnets".formatted(chosen)));
        var port = new Port(
                UUID.randomUUID().toString(), name, subnet.id(), chosen, newMac(), null, madeByNova, Instant.now());
        jdbc.sql("insert into os_port (id, name, subnet_id, address, mac, device_id, made_by_nova, created_at)"
                        + " values (:id, :name, :subnetId, :address, :mac, :deviceId, :madeByNova, :createdAt)")
                .paramSource(port)
                .update();
        ledger.about(name);
        ledger.effect(PARTNER, "port created", name, port.id());
        return port;
    }

    void deletePort(String id) {
        var port = port(id).orElseThrow(
                        () -> OpenStackError.neutron(404, "PortNotFound", "Port " + id + " could not be found."));
        jdbc.sql("delete from os_port where id = ?").param(id).update();
        takeFromServers(id);
        ledger.about(port.name());
        ledger.effect(PARTNER, "port deleted", port.name(), id);
    }

    private void free(Port port) {
        jdbc.sql("update os_port set device_id = null where id = ?")
                .param(port.id())
                .update();
        takeFromServers(port.id());
    }

    private void takeFromServers(String portId) {
        jdbc.sql("update os_server set address = null, mac = null, port_id = null where port_id = ?")
                .param(portId)
                .update();
    }

    Server createServer(NewServer asked) {
        if (instances() >= settings.maxInstances()) {
            throw OpenStackError.forbidden(
                    "Quota exceeded for instances: Requested 1, but already used %d of %d instances"
                            .formatted(settings.maxInstances(), settings.maxInstances()));
        }
        var port = portFor(asked);
        var now = Instant.now();
        var server = new Server(
                UUID.randomUUID().toString(),
                asked.name(),
                asked.imageId(),
                asked.flavorId(),
                port.id(),
                write(asked.metadata()),
                String.join("\n", asked.tags()),
                write(asked.files()),
                asked.configDrive(),
                "BUILD",
                now,
                now,
                now.plus(settings.bindTime()),
                now.plus(settings.buildTime()),
                false,
                null,
                null,
                buildFaults.poll(),
                null,
                null,
                null);
        jdbc.sql("insert into os_server (id, name, image_id, flavor_id, port_id, metadata, tags, files, config_drive,"
                        + " status, created_at, updated_at, binds_at, ready_at, bound, address, mac, build_fault, fault,"
                        + " gone_at) values (:id, :name, :imageId, :flavorId, :portId, :metadata, :tags, :files,"
                        + " :configDrive, :status, :createdAt, :updatedAt, :bindsAt, :readyAt, :bound, :address, :mac,"
                        + " :buildFault, :fault, :goneAt)")
                .paramSource(server)
                .update();
        server.tagList().stream().distinct().forEach(tag -> jdbc.sql(
                        "insert into os_server_tag (server_id, tag) values (?, ?)")
                .params(server.id(), tag)
                .update());
        ledger.about(server.reference());
        ledger.effect(PARTNER, "server created", server.reference(), server.id());
        return server;
    }

    void deleteServer(String id) {
        var server = server(id);
        if (server.deleting()) {
            return;
        }
        jdbc.sql("update os_server set gone_at = ? where id = ?")
                .params(Instant.now().plus(settings.deleteTime()), id)
                .update();
        ledger.about(server.reference());
        ledger.effect(PARTNER, "server deleted", server.reference(), id);
        events.publishEvent(new MachineDeleted(id));
    }

    Server status(Server server, String to) {
        jdbc.sql("update os_server set status = ?, updated_at = ? where id = ?")
                .params(to, Instant.now(), server.id())
                .update();
        ledger.about(server.reference());
        if (to.equals("ACTIVE")) {
            start(server(server.id()));
        } else {
            events.publishEvent(new MachineStopped(server.id()));
        }
        return server(server.id());
    }

    /** Off for a while; then it runs in its new size and waits for a word. */
    void resize(Server server, String flavorId) {
        jdbc.sql("update os_server set status = 'RESIZE', former_flavor_id = flavor_id, flavor_id = ?, ready_at = ?,"
                        + " updated_at = ? where id = ?")
                .params(flavorId, Instant.now().plus(settings.buildTime()), Instant.now(), server.id())
                .update();
        ledger.about(server.reference());
        ledger.effect(PARTNER, "server resized", server.reference(), flavorId);
        events.publishEvent(new MachineStopped(server.id()));
    }

    /** Keeps the new size, or goes back to the former one. */
    void settleResize(Server server, boolean keep) {
        jdbc.sql("update os_server set flavor_id = ?, former_flavor_id = null where id = ?")
                .params(keep ? server.flavorId() : server.formerFlavorId(), server.id())
                .update();
        status(server(server.id()), "ACTIVE");
    }

    Map<String, String> metadata(Server server) {
        return read(server.metadata());
    }

    private int instances() {
        return jdbc.sql("select count(*) from os_server").query(Integer.class).single();
    }

    private Port portFor(NewServer asked) {
        if (asked.portId() == null) {
            return createPort("", asked.fixedAddress(), true);
        }
        var port = port(asked.portId())
                .orElseThrow(() -> OpenStackError.badRequest("Port " + asked.portId() + " could not be found."));
        if (port.deviceId() != null) {
            throw OpenStackError.conflict("Port " + port.id() + " is still in use.");
        }
        return port;
    }

    private void letTimePass(Instant now) {
        var busy = jdbc.sql("select * from os_server where status in ('BUILD', 'RESIZE') union"
                        + " select * from os_server where gone_at is not null order by created_at, id")
                .query(SERVER_ROWS)
                .list();
        busy.stream()
                .filter(server -> !server.bound() && !server.bindsAt().isAfter(now))
                .map(server -> server(server.id()))
                .forEach(this::bind);
        busy.stream()
                .filter(server -> !server.deleting() && !server.readyAt().isAfter(now))
                .map(server -> server(server.id()))
                .filter(server -> server.status().equals("BUILD"))
                .forEach(this::finishBuild);
        busy.stream()
                .filter(server ->
                        server.status().equals("RESIZE") && !server.readyAt().isAfter(now))
                .forEach(
                        server -> jdbc.sql("update os_server set status = 'VERIFY_RESIZE', updated_at = ? where id = ?")
                                .params(now, server.id())
                                .update());
        busy.stream()
                .filter(server -> server.deleting() && !server.goneAt().isAfter(now))
                .forEach(this::vanish);
    }

    private void bind(Server server) {
        jdbc.sql("update os_server set bound = true where id = ?")
                .param(server.id())
                .update();
        if (server.buildFault() != null || server.deleting()) {
            return;
        }
        var port = port(server.portId()).orElse(null);
        if (port == null || port.deviceId() != null) {
            loseThePort(server, port);
            return;
        }
        jdbc.sql("update os_port set device_id = ? where id = ?")
                .params(server.id(), port.id())
                .update();
        jdbc.sql("update os_server set address = ?, mac = ? where id = ?")
                .params(port.address(), port.mac(), server.id())
                .update();
    }

    /** The loser of a race for one port fails, and its clean-up frees the port, which the winner loses thereby. */
    private void loseThePort(Server server, Port port) {
        if (port != null) {
            free(port);
        }
        fail(
                server,
                "Build of instance %s aborted: Failed to allocate the network(s), not rescheduling."
                        .formatted(server.id()));
    }

    private void finishBuild(Server server) {
        if (server.buildFault() != null) {
            fail(server, server.buildFault());
        } else {
            status(server, "ACTIVE");
        }
    }

    private void fail(Server server, String fault) {
        jdbc.sql("update os_server set status = 'ERROR', fault = ?, updated_at = ? where id = ?")
                .params(fault, Instant.now(), server.id())
                .update();
    }

    private void start(Server server) {
        if (server.address() != null) {
            events.publishEvent(new MachineStarted(
                    server.id(),
                    server.reference(),
                    server.address(),
                    server.flavor().vcpus(),
                    server.configDrive() ? read(server.files()) : Map.of()));
        }
    }

    private void vanish(Server server) {
        jdbc.sql("delete from os_port where made_by_nova and device_id = ?")
                .param(server.id())
                .update();
        jdbc.sql("update os_port set device_id = null where device_id = ?")
                .param(server.id())
                .update();
        jdbc.sql("delete from os_server where id = ?").param(server.id()).update();
    }

    private static String nextFree(HashSet<String> taken) {
        return Network.SUBNETS.stream()
                .flatMap(Network.Subnet::addresses)
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow(() -> OpenStackError.neutron(
                        409,
                        "IpAddressGenerationFailure",
                        "No more IP addresses available on network " + Network.ID + "."));
    }

    private static String newMac() {
        var random = ThreadLocalRandom.current();
        return "fa:16:3e:%02x:%02x:%02x".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String object) {
        try {
            return json.readValue(object, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
