package be.belnet.orderdesk.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** Has the sandbox hold a call before or after its effect, and does something as soon as the ledger shows the call held. */
class HeldCalls {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The call of each step that makes something, as partner and path. */
    private static final Map<String, String[]> CALLS = Map.of(
            "orderLicence", new String[] {"fortiflex", "vm/create$"},
            "registerLicence", new String[] {"forticare", "licenses/register$"},
            "createAppliance", new String[] {"openstack", "servers$"},
            "configureAppliance", new String[] {"fortimail", "domain/"});

    private final HttpClient client = HttpClient.newHttpClient();
    private final String sandbox;

    HeldCalls(String sandbox) {
        this.sandbox = sandbox;
    }

    void hold(KillPoint place, String key, Runnable whenHeld) {
        String[] orderAndStep = key.split("/");
        String[] call = CALLS.get(orderAndStep[1]);
        String fault = place == KillPoint.BEFORE_EFFECT ? "timeOutBefore" : "slow";
        send(HttpRequest.newBuilder(URI.create(sandbox + "/api/faults/" + call[0]))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                        {"fault": "%s", "calls": "changes", "path": "%s", "seconds": 10, "times": 1}""".formatted(fault, call[1]))));
        BooleanSupplier held = place == KillPoint.BEFORE_EFFECT
                ? () -> isUsedUp(call[0])
                : () -> isInLedger(orderAndStep[0], call[0], fault);
        Thread watch = new Thread(() -> watch(held, whenHeld), "held-call");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(BooleanSupplier held, Runnable whenHeld) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            if (held.getAsBoolean()) {
                whenHeld.run();
                return;
            }
        }
    }

    /** Before it has an effect nobody can tell whose call it is; the suite lets one order at a time come here. */
    private boolean isUsedUp(String partner) {
        JsonNode on = send(HttpRequest.newBuilder(URI.create(sandbox + "/api/faults")));
        return StreamSupport.stream(on.spliterator(), false)
                .noneMatch(fault -> partner.equals(fault.path("partner").asText()));
    }

    private boolean isInLedger(String order, String partner, String fault) {
        JsonNode calls = send(HttpRequest.newBuilder(
                        URI.create(sandbox + "/api/ledger?partner=" + partner + "&reference=" + order)))
                .path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .anyMatch(call -> fault.equals(call.path("fault").asText()));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    client.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
