package be.belnet.sandbox.faults;

import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A call that a fault hits: it happens or does not, and then is answered in one way or another. */
class Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final FilterChain chain;
    private final ObjectMapper json;
    private final ContentCachingResponseWrapper partnersAnswer;

    Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain, ObjectMapper json) {
        this.request = request;
        this.response = response;
        this.chain = chain;
        this.json = json;
        this.partnersAnswer = new HeldAnswer(response);
    }

    /** It happens, but the partner's answer stays here. */
    void happen() throws IOException, ServletException {
        chain.doFilter(request, partnersAnswer);
    }

    /** It happens, and the ledger has it answered with what the caller will see. */
    void happen(int seenStatus) throws IOException, ServletException {
        Ledger.seenAs(request, seenStatus);
        happen();
    }

    void answer() throws IOException {
        partnersAnswer.copyBodyToResponse();
    }

    /** Answers in the partner's stead. */
    void answer(ResponseEntity<?> other) throws IOException {
        response.reset();
        response.setStatus(other.getStatusCode().value());
        other.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (other.getBody() instanceof String text) {
            send(text.getBytes(StandardCharsets.UTF_8));
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            send(json.writeValueAsBytes(other.getBody()));
        }
    }

    /** Says that all went well and then stops short, at a place where JSON cannot end. */
    void answerCutShort() throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var body = partnersAnswer.getContentAsByteArray();
        send(body.length < 2 ? new byte[] {'{'} : Arrays.copyOf(body, body.length / 2));
    }

    /** Announces the whole answer and sends half of it. Of an empty one nothing is sent. */
    void breakOff() throws IOException {
        var body = partnersAnswer.getContentAsByteArray();
        response.setContentLength(body.length);
        response.getOutputStream().write(body, 0, body.length / 2);
        if (body.length > 1) {
            response.flushBuffer();
        }
        hangUp();
    }

    void hangUp() {
        Line.hangUp(request);
    }

    private void send(byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Also an error page that the container would write stays away: only its status is kept. */
    private static class HeldAnswer extends ContentCachingResponseWrapper {

        HeldAnswer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }
    }
}
