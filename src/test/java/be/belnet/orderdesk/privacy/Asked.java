package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.TestClock;
import java.util.HashMap;
import java.util.Map;

/** Takes data requests along their way, for tests. */
public record Asked(Desk desk, TestClock clock) {
    /** A request that was registered today; its number. */
    public String register(String kind, String name, String email) {
        return register(kind, name, email, Map.of());
    }

    public String register(String kind, String name, String email, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "requestKind",
                kind,
                "personName",
                name,
                "personEmail",
                email,
                "receivedOn",
                clock.today().toString()));
        answers.putAll(more);
        return desk.start("desk1", "data-request", answers);
    }

    public void confirm(String request) {
        confirm(request, Map.of());
    }

    public void confirm(String request, Map<String, Object> more) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("identityCheck", "confirmed", "identityMethod", "knownAddress"));
        answers.putAll(more);
        desk.complete(request, "userTask_checkIdentity", "desk1", answers);
    }

    public void approve(String request, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(Map.of("erasureDecision", "approve"));
        answers.putAll(more);
        desk.complete(request, "userTask_decideOnErasure", "manager1", answers);
    }

    /** Has everything erased that no law keeps, and answers; its number. */
    public String erase(String name, String email) {
        String request = register("erase", name, email);
        confirm(request);
        approve(request, Map.of());
        return request;
    }

    public void answer(String request, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(Map.of("answerDecision", "answered", "answerWay", "mail"));
        answers.putAll(more);
        desk.complete(request, "userTask_answerRequest", "desk1", answers);
    }
}
