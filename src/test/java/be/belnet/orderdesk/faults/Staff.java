package be.belnet.orderdesk.faults;

import be.belnet.orderdesk.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The driver: opens orders and works through the open tasks as staff do, over HTTP, now on this node, now on that one. What
 * is not answered is tried again; what is answered with 2xx counts as accepted.
 */
final class Staff implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int MOST = 2000;
    private static final int CONFLICT = 409;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Node> nodes;
    private final Random random;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> signed = ConcurrentHashMap.newKeySet();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private final Thread rounds = new Thread(this::work, "staff");
    private volatile boolean atWork = true;
    private volatile boolean inTwos;
    private volatile String leftUndone;
    private volatile Predicate<String> maySign = order -> false;

    Staff(List<Node> nodes, long seed) {
        this.nodes = nodes;
        this.random = new Random(seed);
        rounds.setDaemon(true);
        rounds.start();
    }

    /** Opens one order for each customer, some at once; the numbers of all that were ever opened. */
    Set<String> open(List<String> customers) {
        int wanted = orders.size() + customers.size();
        customers.forEach(customer -> hands.execute(() -> orders.add(open(customer))));
        Awaitility.await().atMost(Duration.ofMinutes(15)).until(() -> orders.size() >= wanted);
        return Set.copyOf(orders);
    }

    /** Until then no signed copies come back, so that all orders stand before their delivery. */
    void letSign(Predicate<String> orders) {
        maySign = orders;
    }

    /** A task that nobody does, so that orders stay there. */
    void leaveUndone(String task) {
        leftUndone = task;
    }

    /** From now on each form is sent twice at once, to both nodes, as by two people or a double click. */
    void inTwos() {
        inTwos = true;
    }

    /** Gives an order up, for a reason; true when that was accepted, be it by a node that died before it said so. */
    boolean cancel(String order) {
        boolean unanswered = false;
        while (atWork) {
            try {
                int status = post(
                                "/api/orders/" + order + "/cancellation",
                                "manager1",
                                Map.of("reason", "Budget refused"))
                        .statusCode();
                return status == 200 || unanswered && status == CONFLICT;
            } catch (UncheckedIOException dead) {
                unanswered = true;
                breathe();
            }
        }
        return false;
    }

    /** One try at opening an order. */
    HttpResponse<String> tryToOpen(String customer) {
        return post("/api/orders", "desk1", request(customer), "Idempotency-Key", "open-" + customer);
    }

    /** One try at adding a scan. */
    HttpResponse<String> tryToUpload(String order, byte[] scan) {
        HttpRequest.Builder request = Http.request(node().address() + "/api/orders/" + order + "/documents")
                .header("Authorization", basic("relations1"))
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(new Multipart()
                        .field("kind", "signedCopies")
                        .pdf("file", scan)
                        .bytes()));
        return Http.send(client, request);
    }

    /** Orders that wait for their signed copies. */
    Set<String> signed() {
        return Set.copyOf(signed);
    }

    /** Tasks and orders that were refused with 4xx: gone meanwhile, or wrong. */
    int refusals() {
        return refusals.get();
    }

    /** What those were told whose form was refused. */
    Set<String> refusalWords() {
        return Set.copyOf(words);
    }

    @Override
    public void close() {
        atWork = false;
        hands.shutdownNow();
        try {
            rounds.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The key stays the same however often it is tried. */
    private String open(String customer) {
        while (atWork) {
            try {
                HttpResponse<String> answer = tryToOpen(customer);
                if (answer.statusCode() / 100 == 2) {
                    return Http.json(answer.body()).path("number").asText();
                }
                refusals.addAndGet(answer.statusCode() < 500 ? 1 : 0);
            } catch (UncheckedIOException | NotAnsweredException dead) {
                breathe();
            }
        }
        throw new IllegalStateException("closed");
    }

    private static Map<String, String> request(String customer) {
        return Map.of(
                "service",
                "BAMS",
                "acronym",
                customer,
                "contactName",
                Markers.NAME,
                "contactEmail",
                Markers.email(customer),
                "contactLanguage",
                "en");
    }

    private HttpResponse<String> post(String path, String user, Map<String, String> body, String... headers) {
        HttpRequest.Builder request = Http.request(node().address() + path)
                .header("Authorization", basic(user))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Http.text(body)));
        return Http.send(client, headers.length == 0 ? request : request.headers(headers));
    }

    private void work() {
        while (atWork) {
            try {
                round();
            } catch (UncheckedIOException | NotAnsweredException dead) {
                sessions.clear();
            }
            breathe();
        }
    }

    /** Looks at all open tasks, and hands out those that nobody is busy with. */
    private void round() {
        Session manager = session(node(), "manager1");
        Map<String, String> numbers = new HashMap<>();
        manager.read("/process-instance?maxResults=" + MOST)
                .forEach(instance -> numbers.put(
                        instance.path("id").asText(),
                        instance.path("businessKey").asText()));
        manager.read("/task?sortBy=created&sortOrder=asc&maxResults=" + MOST)
                .forEach(task -> handOut(
                        task,
                        numbers.getOrDefault(task.path("processInstanceId").asText(), "")));
    }

    private void handOut(JsonNode task, String order) {
        String name = task.path("taskDefinitionKey").asText();
        Work work = Work.of(name);
        if (work == null || name.equals(leftUndone)) {
            return;
        }
        if (name.equals(Work.SIGNING)) {
            signed.add(order);
            if (!maySign.test(order)) {
                return;
            }
        }
        String id = task.path("id").asText();
        if (inTwos) {
            nodes.forEach(node -> handOut(id, node, task.path("assignee"), work));
        } else {
            handOut(id, null, task.path("assignee"), work);
        }
    }

    /** @param only the node to work at; null for any */
    private void handOut(String id, Node only, JsonNode assignee, Work work) {
        String key = id + (only == null ? "" : only.address());
        if (inHand.add(key)) {
            hands.execute(() -> {
                try {
                    complete(id, only == null ? node() : only, assignee, work);
                } finally {
                    inHand.remove(key);
                }
            });
        }
    }

    private void complete(String id, Node node, JsonNode assignee, Work work) {
        try {
            String user = assignee.isTextual() ? assignee.asText() : work.user();
            Session session = session(node, user);
            if (!assignee.isTextual()) {
                session.change("/task/" + id + "/claim", Map.of("userId", user));
            }
            Map<String, Object> variables = new HashMap<>();
            work.answers().forEach((field, value) -> variables.put(field, Map.of("value", value)));
            HttpResponse<String> answer =
                    session.change("/task/" + id + "/submit-form", Map.of("variables", variables));
            if (answer.statusCode() >= 400) {
                refusals.incrementAndGet();
                words.add(Http.json(answer.body()).path("message").asText());
            }
        } catch (UncheckedIOException | NotAnsweredException dead) {
            sessions.keySet().removeIf(key -> key.startsWith(node.address()));
        }
    }

    private Session session(Node node, String user) {
        String key = node.address() + " " + user;
        Session known = sessions.get(key);
        if (known != null) {
            return known;
        }
        Session fresh = Session.signIn(node, user);
        sessions.put(key, fresh);
        return fresh;
    }

    private synchronized Node node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static void breathe() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
