package be.belnet.orderdesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.security.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the application, asked at random by somebody who is not signed in and by staff: nothing breaks, and each
 * answer comes in time.
 */
@OrderdeskTest
class EndpointsFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int ROUNDS = Integer.getInteger("orderdesk.fuzz.rounds", 1);
    private static final long SEED = Long.getLong("orderdesk.fuzz.seed", 2026);
    private static final Pattern PLACE = Pattern.compile("\\{\\*?(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}");

    /** They change what other tests of this context rely on. */
    private static final Pattern SPARED = Pattern.compile("/settings.*|/desk/figures/retry.*|/logout|/error");

    private static final List<String> METHODS =
            List.of("GET", "GET", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/csv",
            "text/plain;charset=utf-16",
            "application/xml",
            "nonsense");
    private static final List<String> WORDS = List.of(
            "",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "null",
            "true",
            "2026-11-27",
            "2026-02-30",
            "9999-12-31",
            "BAMS-2026-00001",
            "DCS-2026-99999",
            "BAMS",
            "kortuni",
            "KORTUNI",
            "desk1",
            "a.example",
            "*.a.example",
            "%",
            "'",
            "\"><script>alert(1)</script>",
            "${7*7}",
            "__${7*7}__::.x",
            "\u202e",
            "\0",
            "\r\nX-Injected: 1",
            "é",
            "\uD83D\uDE00",
            "..",
            "../../etc/passwd",
            "x".repeat(3000),
            "{\"a\":[{}]}",
            "[]",
            "sectigo",
            "Fortinet",
            "year",
            "nl",
            "__proto__");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final Random random = new Random(SEED);
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param path as it is mapped */
    private record Endpoint(String path, List<String> parameters, List<String> headers) {}

    private record Visitor(String name, List<String> cookies, String token) {}

    private record Asked(String what, int status, Duration took) {}

    @Test
    void nothingBreaksAndEachAnswerComesInTime() throws Exception {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(80);
        List<Asked> asked = new ArrayList<>();
        for (Visitor visitor : List.of(anonymous(), signedIn("desk1"), signedIn("relations1"), signedIn("manager1"))) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Endpoint endpoint : endpoints) {
                    asked.add(ask(visitor, endpoint));
                }
            }
        }
        System.out.println(summary(asked));
        assertThat(asked)
                .allSatisfy(one -> assertThat(one.status()).as(one.what()).isLessThan(500));
        assertThat(asked)
                .allSatisfy(one -> assertThat(one.took()).as(one.what()).isLessThan(LONGEST));
    }

    private static String summary(List<Asked> asked) {
        Asked slowest = asked.stream().max(Comparator.comparing(Asked::took)).orElseThrow();
        return "Endpoints: %d requests, %d of them answered with 2xx, slowest %d ms (%s)"
                .formatted(
                        asked.size(),
                        asked.stream().filter(one -> one.status() < 300).count(),
                        slowest.took().toMillis(),
                        slowest.what().lines().findFirst().orElse(""));
    }

    private List<Endpoint> endpoints() {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(mapped -> mapped.getKey().getPatternValues().stream()
                        .map(path -> new Endpoint(
                                path,
                                Arrays.stream(mapped.getValue().getMethodParameters())
                                        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                                        .map(parameter -> name(
                                                parameter
                                                        .getParameterAnnotation(RequestParam.class)
                                                        .name(),
                                                parameter.getParameter().getName()))
                                        .toList(),
                                Arrays.stream(mapped.getValue().getMethodParameters())
                                        .filter(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))
                                        .map(parameter -> name(
                                                parameter
                                                        .getParameterAnnotation(RequestHeader.class)
                                                        .name(),
                                                parameter.getParameter().getName()))
                                        .toList())))
                .filter(endpoint -> !SPARED.matcher(endpoint.path()).matches())
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.parameters().toString()))
                .toList();
    }

    private static String name(String given, String declared) {
        return given.isEmpty() ? declared : given;
    }

    private Visitor anonymous() {
        return new Visitor("nobody", List.of(), "none");
    }

    private Visitor signedIn(String user) {
        Browser browser = new Browser(port).signIn(user);
        browser.get("/camunda/api/engine/engine/");
        return new Visitor(user, browser.cookies(), browser.token());
    }

    /** Each was a failure of ours once. */
    @Test
    void formsThatCannotBeReadAreRefused() throws Exception {
        for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
            for (String type : List.of("multipart/form-data", "application/x-www-form-urlencoded")) {
                for (String path : List.of("/useful/x", "/domains/x/wildcards?place=1", "/api/feedback", "/login")) {
                    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", type)
                            .method(method, BodyPublishers.ofString("place=%"))
                            .build();
                    assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                            .as(method + " " + path + " " + type)
                            .isBetween(200, 499);
                }
            }
        }
    }

    private Asked ask(Visitor visitor, Endpoint endpoint) throws IOException, InterruptedException {
        String method = visitor.name().equals("manager1") ? "GET" : any(METHODS);
        String query = query(endpoint);
        String path = PLACE.matcher(endpoint.path())
                .replaceAll(place -> encoded(any(WORDS)).replace("+", "%20"))
                .replace("**", "x");
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(LONGEST.multipliedBy(2))
                .header("Accept", any(List.of("text/html", "application/json", "*/*", "nonsense/x")))
                .header("Accept-Language", any(List.of("nl", "fr", "x", "en;q=9", "de-BE,*")))
                .header("X-XSRF-TOKEN", visitor.token());
        visitor.cookies().forEach(cookie -> request.header("Cookie", cookie));
        endpoint.headers().forEach(name -> request.header(name, any(WORDS).replaceAll("[^\\x20-\\x7e]", "?")));
        boolean hasBody = !method.equals("GET") && !method.equals("HEAD");
        if (hasBody) {
            request.header("Content-Type", any(TYPES));
        }
        request.method(method, hasBody ? BodyPublishers.ofByteArray(body(endpoint)) : BodyPublishers.noBody());
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.headers().map()).doesNotContainKey("x-injected");
        return new Asked(
                "%s: %s %s?%s\n%s".formatted(visitor.name(), method, path, query, answer.statusCode()),
                answer.statusCode(),
                took);
    }

    private String query(Endpoint endpoint) {
        return Stream.concat(endpoint.parameters().stream(), Stream.of("page", "q", "lang"))
                .filter(name -> random.nextInt(4) > 0)
                .map(name -> encoded(name) + "=" + encoded(any(WORDS)))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
    }

    private byte[] body(Endpoint endpoint) {
        return switch (random.nextInt(4)) {
            case 0 -> query(endpoint).getBytes(StandardCharsets.UTF_8);
            case 1 -> new Mutator(random.nextLong(), List.of(json(endpoint))).next();
            case 2 ->
                ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + any(List.of("a.pdf", "../a", "\u202e.pdf")) + "\"\r\n\r\n" + any(WORDS)
                                + "\r\n--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8);
            default -> json(endpoint);
        };
    }

    private byte[] json(Endpoint endpoint) {
        return Stream.concat(endpoint.parameters().stream(), Stream.of("reason", "acronym", "variables"))
                .map(name -> "\"" + name + "\":\"" + any(WORDS).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"")
                .reduce((one, other) -> one + "," + other)
                .map(fields -> "{" + fields + "}")
                .orElse("{}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
