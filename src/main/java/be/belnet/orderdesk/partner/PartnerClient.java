package be.belnet.orderdesk.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Speaks JSON over HTTP with one partner. Follows no redirects, never repeats a call by itself, and turns what went
 * wrong into an exception named by its remedy; after a change that means "unknown" wherever the partner may have acted.
 */
public final class PartnerClient {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerClient.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final String partner;
    private final int answerLimit;
    private final RestClient http;

    public PartnerClient(String partner, PartnerConnection connection) {
        this(partner, connection, null);
    }

    /** @param trust whose certificates to accept instead of the public authorities'; null for those */
    public PartnerClient(String partner, PartnerConnection connection, SSLContext trust) {
        this(partner, Math.toIntExact(connection.answerLimit().toBytes()), requestFactory(connection, trust));
    }

    /** @param answerLimit in bytes */
    PartnerClient(String partner, int answerLimit, ClientHttpRequestFactory requests) {
        this.partner = partner;
        this.answerLimit = answerLimit;
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Base address and path in one: values are encoded, so none can leave its place in the path or the query. */
    public static URI at(String base, String path, Object... values) {
        return UriComponentsBuilder.fromUriString(base + path)
                .encode()
                .buildAndExpand(values)
                .toUri();
    }

    /** A call that changes nothing, whatever its method. */
    public PartnerAnswer read(HttpMethod method, URI address, Consumer<HttpHeaders> headers, Object body) {
        return call(
                method,
                address,
                headers,
                body,
                (message, cause) -> new PartnerUnavailableException(partner, message, cause));
    }

    /** A call that changes something at the partner's. */
    public PartnerAnswer change(HttpMethod method, URI address, Consumer<HttpHeaders> headers, Object body) {
        return call(
                method,
                address,
                headers,
                body,
                (message, cause) -> new OutcomeUnknownException(partner, message, cause));
    }

    private PartnerAnswer call(
            HttpMethod method,
            URI address,
            Consumer<HttpHeaders> headers,
            Object body,
            BiFunction<String, Throwable, PartnerException> doubt) {
        var request = http.method(method)
                .uri(address)
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(bytes(body));
        }
        try {
            return request.exchange((sent, answer) -> read(method, address, answer, doubt));
        } catch (ResourceAccessException broken) {
            throw broken(broken.getCause(), doubt);
        }
    }

    private PartnerAnswer read(
            HttpMethod method,
            URI address,
            ClientHttpResponse answer,
            BiFunction<String, Throwable, PartnerException> doubt)
            throws IOException {
        var status = answer.getStatusCode().value();
        LOG.debug("{}: {} {} answered {}", partner, method, address.getPath(), status);
        if (status == 429) {
            throw new PartnerBusyException(partner, retryAfter(answer.getHeaders()), "too many calls");
        }
        if (status == 503) {
            throw new PartnerUnavailableException(partner, "does not serve at the moment (HTTP status 503)");
        }
        if (status >= 500) {
            throw doubt.apply("failed with HTTP status " + status, null);
        }
        var body = answer.getBody().readNBytes(answerLimit + 1);
        if (body.length > answerLimit) {
            throw doubt.apply("answered more than " + answerLimit + " bytes", null);
        }
        return new PartnerAnswer(status, answer.getHeaders(), body, JSON, doubt);
    }

    private PartnerException broken(Throwable cause, BiFunction<String, Throwable, PartnerException> doubt) {
        if (neverArrived(cause)) {
            return new PartnerUnavailableException(partner, "cannot be reached", cause);
        }
        return doubt.apply("connection broke or timed out before the answer was complete", cause);
    }

    private static boolean neverArrived(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException;
    }

    private static Duration retryAfter(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        try {
            return value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value);
        } catch (DateTimeParseException neitherSecondsNorDate) {
            return null;
        }
    }

    private static Duration until(String date) {
        var moment =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        var wait = Duration.between(Instant.now(), moment);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException("Not to be written as JSON: " + body.getClass(), ours);
        }
    }

    private static JdkClientHttpRequestFactory requestFactory(PartnerConnection connection, SSLContext trust) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout());
        if (trust != null) {
            client.sslContext(trust);
        }
        var factory = new JdkClientHttpRequestFactory(client.build());
        factory.setReadTimeout(connection.readTimeout());
        return factory;
    }
}
