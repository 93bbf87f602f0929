package be.belnet.orderdesk.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;

/** What a partner answered, below 500 and not 429: whether it is a refusal is the adapter's to tell. */
public final class PartnerAnswer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final ObjectMapper json;
    private final BiFunction<String, Throwable, PartnerException> unreadable;

    PartnerAnswer(
            int status,
            HttpHeaders headers,
            byte[] body,
            ObjectMapper json,
            BiFunction<String, Throwable, PartnerException> unreadable) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.json = json;
        this.unreadable = unreadable;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The body as this type; throws as an unreadable answer when it is none. */
    public <T> T as(Class<T> type) {
        try {
            var value = json.readValue(body, type);
            if (value == null) {
                throw unreadable();
            }
            return value;
        } catch (IOException notThisType) {
            throw unreadable();
        }
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as far as it is JSON, for error bodies whose shape nobody promises. */
    public JsonNode json() {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** To throw when the answer lacks what it must hold: after a change nobody knows whether it was done. */
    public PartnerException unreadable() {
        return unreadable.apply("unreadable answer with HTTP status " + status, null);
    }
}
