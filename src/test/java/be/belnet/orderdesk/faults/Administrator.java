package be.belnet.orderdesk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Interferes in Cockpit while jobs run: suspends orders and lets them go on, and gives jobs their attempts back. */
final class Administrator implements AutoCloseable {
    private static final int SUCCESS = 300;

    private final Node node;
    private final Random random;
    private final Thread rounds = new Thread(this::interfere, "administrator");
    private volatile boolean atWork = true;
    private volatile int suspended;
    private volatile int retried;

    Administrator(Node node, long seed) {
        this.node = node;
        this.random = new Random(seed);
        rounds.setDaemon(true);
        rounds.start();
    }

    String notes() {
        return "%d times suspended and resumed, %d times given new attempts".formatted(suspended, retried);
    }

    int interventions() {
        return Math.min(suspended, retried);
    }

    private void interfere() {
        Session session = Session.signIn(node, "admin");
        while (atWork) {
            try {
                suspendAndResume(session);
                retry(session);
            } catch (UncheckedIOException | NotAnsweredException refused) {
                // the job was faster
            }
            breathe();
        }
    }

    private void suspendAndResume(Session session) {
        Optional<String> order = any(session.read("/process-instance?maxResults=500"));
        order.filter(id -> suspend(session, id, true)).ifPresent(id -> {
            breathe();
            while (!suspend(session, id, false) && atWork) {
                breathe();
            }
            suspended++;
        });
    }

    /** Also true for one that is gone meanwhile and needs no resuming. */
    private boolean suspend(Session session, String id, boolean suspend) {
        try {
            HttpResponse<String> answer =
                    session.put("/process-instance/" + id + "/suspended", Map.of("suspended", suspend));
            return answer.statusCode() < SUCCESS || !suspend && isGone(session, id);
        } catch (UncheckedIOException | NotAnsweredException busy) {
            return !suspend && isGone(session, id);
        }
    }

    private static boolean isGone(Session session, String id) {
        return session.read("/process-instance?processInstanceIds=" + id).isEmpty();
    }

    private void retry(Session session) {
        any(session.read("/job?maxResults=500")).ifPresent(id -> {
            if (session.put("/job/" + id + "/retries", Map.of("retries", 9)).statusCode() < SUCCESS) {
                retried++;
            }
        });
    }

    private Optional<String> any(JsonNode found) {
        List<String> ids = StreamSupport.stream(found.spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private static void breathe() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        atWork = false;
        try {
            rounds.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
