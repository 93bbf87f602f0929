package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.Sha256;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts orders for machines, each once for its idempotency key. The note of a start is committed with its order, so a
 * refused start leaves its key free; of two at once the second waits for the first, or loses at the unique token.
 */
@Service
class ApiStarts {
    private final OrderProcess process;
    private final OrderFile orders;
    private final Caller caller;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    ApiStarts(
            OrderProcess process,
            OrderFile orders,
            Caller caller,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.process = process;
        this.orders = orders;
        this.caller = caller;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** @param isNew false when an earlier request with the key started it */
    record Started(Order order, boolean isNew) {}

    /** The key was used by the same caller for something else. */
    static class KeyUsedOtherwiseException extends RuntimeException {}

    /**
     * @param key the caller's; keys of different callers are different keys
     * @throws AnswersRefusedException when the start form would refuse the answers
     * @throws KeyUsedOtherwiseException when the key came with other answers before
     */
    Started start(String service, String userId, String key, Map<String, Object> answers) {
        return start(service, userId, key, answers, complete -> process.start(service, complete));
    }

    /**
     * As the other, of files that order nothing.
     *
     * @param what names what is started
     * @param starter starts it with answers that have the token; its number
     */
    Started start(
            String what,
            String userId,
            String key,
            Map<String, Object> answers,
            Function<Map<String, Object>, String> starter) {
        String token = "api-" + Sha256.of(userId + "\n" + key);
        String body = Sha256.of(canonical(what, answers));
        return earlier(token, body)
                .map(order -> new Started(order, false))
                .orElseGet(() -> startOnce(userId, token, body, answers, starter));
    }

    private Started startOnce(
            String userId,
            String token,
            String body,
            Map<String, Object> answers,
            Function<Map<String, Object>, String> starter) {
        try {
            String number = caller.inTheEngine(
                    userId, () -> transaction.execute(status -> noteAndStart(token, body, answers, starter)));
            return new Started(orders.get(number), true);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException | AnswersRefusedException lost) {
            return earlier(token, body).map(order -> new Started(order, false)).orElseThrow(() -> lost);
        }
    }

    private String noteAndStart(
            String token, String body, Map<String, Object> answers, Function<Map<String, Object>, String> starter) {
        jdbc.sql("insert into order_start_request (token, body_sha256) values (?, ?)")
                .params(token, body)
                .update();
        Map<String, Object> withToken = new HashMap<>(answers);
        withToken.put("formToken", token);
        return starter.apply(withToken);
    }

    private Optional<Order> earlier(String token, String body) {
        Optional<String> noted = jdbc.sql("select body_sha256 from order_start_request where token = ?")
                .param(token)
                .query(String.class)
                .optional();
        if (noted.isPresent() && !noted.get().equals(body)) {
            throw new KeyUsedOtherwiseException();
        }
        return noted.flatMap(same -> orders.findByToken(token));
    }

    /** Fields in one order, so that a repeated request may write them in another. */
    private String canonical(String service, Map<String, Object> answers) {
        try {
            return service + json.writeValueAsString(new TreeMap<>(answers));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
