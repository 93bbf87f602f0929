package be.belnet.orderdesk.campaign;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.CustomersTurn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;

/** Customers who answer at random, several at once: publish records, add wildcards at Sectigo or do without. */
final class CustomerSide implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int LATEST = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final CertificateDomains domains;
    private final CustomersTurn turn;
    private final long seed;
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, Integer> toldOn = new ConcurrentHashMap<>();
    private final Set<String> wronglyPublished = ConcurrentHashMap.newKeySet();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final Set<String> wildcardsAdded = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();

    /** How a customer goes about it. */
    enum Way {
        AT_ONCE,
        /** Some days later; some of these say nothing, and are found out. */
        LATER,
        WRONG_FIRST,
        /** Half of the domains, and nothing more is heard of it. */
        NEVER
    }

    CustomerSide(World world, long seed) {
        this.world = world;
        this.domains = world.bean(CertificateDomains.class);
        this.turn = world.bean(CustomersTurn.class);
        this.seed = seed;
    }

    /** The way of the n-th customer. The last one is always silent. */
    Way way(String acronym, boolean last) {
        int dice = random(acronym).nextInt(100);
        if (last || dice >= 96) {
            return Way.NEVER;
        }
        return dice < 50 ? Way.AT_ONCE : dice < 75 ? Way.LATER : Way.WRONG_FIRST;
    }

    /** One day of all customers that have been told what to publish, by the numbers of their files. */
    void publish(int day, Map<String, Way> files) {
        all(files, (file, way) -> publish(day, file, way));
    }

    void decideOnWildcards(Map<String, Way> files) {
        all(files, this::decideOnWildcards);
    }

    /** Names whose wildcard stands at Sectigo. */
    Set<String> wildcardsAdded() {
        return wildcardsAdded;
    }

    /** How often what a customer did was refused, as something else was happening to its file. */
    int turnedAway() {
        return turnedAway.get();
    }

    private interface Act {
        void of(String file, Way way) throws Exception;
    }

    private void all(Map<String, Way> files, Act act) {
        List<Callable<Void>> acts = new ArrayList<>();
        files.forEach((file, way) -> acts.add(() -> {
            act.of(file, way);
            return null;
        }));
        try {
            for (Future<Void> done : hands.invokeAll(acts)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(int day, String file, Way way) {
        List<CertificateDomain> asked = domains.of(file).stream()
                .filter(domain -> domain.state() == State.RECORD_AWAITED)
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        int since = day - toldOn.computeIfAbsent(file, first -> day);
        int delay = 1 + random(file).nextInt(LATEST);
        switch (way) {
            case AT_ONCE -> publish(file, asked, true);
            case LATER -> {
                if (since >= delay) {
                    publish(file, asked, delay % 2 == 0);
                }
            }
            case WRONG_FIRST -> {
                if (wronglyPublished.add(file)) {
                    asked.forEach(domain -> record(domain, "wrong." + domain.domain()));
                    say(file, asked);
                } else if (since > delay / 2) {
                    publish(file, asked, true);
                }
            }
            case NEVER -> {
                if (since == 0) {
                    publish(file, asked.subList(0, asked.size() / 2), true);
                }
            }
        }
    }

    private void publish(String file, List<CertificateDomain> asked, boolean says) {
        asked.stream()
                .filter(domain -> published.add(domain.domain().name()))
                .forEach(domain -> record(domain, ((Challenge.DnsRecord) domain.challenge()).value()));
        if (says) {
            say(file, asked);
        }
    }

    private void say(String file, List<CertificateDomain> asked) {
        unlessTurnedAway(() -> turn.published(
                file, asked.stream().map(CertificateDomain::place).toList()));
    }

    /** In place of what stood there. */
    private void record(CertificateDomain domain, String value) {
        String name = ((Challenge.DnsRecord) domain.challenge()).name();
        read("/api/dns/records?name=" + name)
                .forEach(record -> world.have("DELETE", "/api/dns/records/" + record.path("id"), ""));
        world.have("POST", "/api/dns/records", text(Map.of("name", name, "type", "CNAME", "ttl", 300, "value", value)));
    }

    private void decideOnWildcards(String file, Way way) {
        if (way == Way.NEVER) {
            return;
        }
        List<Integer> declined = new ArrayList<>();
        for (CertificateDomain domain : domains.of(file)) {
            if (domain.state() == State.WILDCARD_AWAITED) {
                if (random(domain.domain().name()).nextInt(10) < 7) {
                    addWildcard(file, domain);
                } else {
                    declined.add(domain.place());
                }
            }
        }
        if (!declined.isEmpty()) {
            unlessTurnedAway(() -> turn.declineWildcards(file, declined));
        }
    }

    /** As an administrator of the organisation, whose delegation Belnet has to approve. */
    private void addWildcard(String file, CertificateDomain domain) {
        if (wildcardsAdded.add(domain.domain().name())) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("name", domain.domain().wildcard().name());
            request.put("active", true);
            request.put("delegations", List.of(Map.of("orgId", organisation(file), "certTypes", List.of("SSL"))));
            world.have(
                    "POST",
                    "/sectigo/api/domain/v1",
                    text(request),
                    "login",
                    "rao",
                    "password",
                    "p",
                    "customerUri",
                    "belnet");
        }
    }

    private int organisation(String file) {
        return Integer.parseInt(world.database()
                .sql("select organisation_id from dcs_order where order_number = ?")
                .param(file)
                .query(String.class)
                .single());
    }

    private void unlessTurnedAway(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException another) {
            turnedAway.incrementAndGet();
        }
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(world.http("GET", path, "").body());
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    private static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Random random(String of) {
        return new Random(seed * 31 + of.hashCode());
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
