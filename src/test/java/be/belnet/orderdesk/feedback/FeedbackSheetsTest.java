package be.belnet.orderdesk.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Tables;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.person.Tombstone;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page behind the link of an order's last mail, for whoever has it. */
@ProcessTest
class FeedbackSheetsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    FeedbackLinks links;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String order;
    private String path;

    @BeforeEach
    void orderThatAsks() {
        order = order("BAMS", "order", "nl");
        path = path(order);
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void openingThePageKeepsNothing() throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path + "?useful=yes&remark=x&done=kept").statusCode()).isEqualTo(200);
        assertThat(CLIENT.send(
                                request(path)
                                        .method("HEAD", BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        assertThat(feedbacks.find(order)).isEmpty();
    }

    @Test
    void oneClickAnswersAndAnotherChangesTheAnswer() {
        HttpResponse<String> clicked = post("useful", "partly", "remark", "");
        assertThat(clicked.statusCode()).isEqualTo(302);
        assertThat(feedbacks.find(order)).hasValueSatisfying(given -> {
            assertThat(given.useful()).isEqualTo(Usefulness.PARTLY);
            assertThat(given.remark()).isNull();
        });
        assertThat(get(URI.create(clicked.headers().firstValue("Location").orElseThrow())
                                        .getRawPath() + "?done=kept")
                        .body())
                .contains("Bedankt, we hebben uw antwoord.", "<strong>Deels</strong>");

        post("useful", "no", "remark", "  Too slow.\r\n<b>Much</b> too slow. ");
        assertThat(feedbacks.find(order).orElseThrow().useful()).isEqualTo(Usefulness.NO);
        assertThat(feedbacks.find(order).orElseThrow().remark()).isEqualTo("Too slow.\n<b>Much</b> too slow.");
        assertThat(jdbc.sql("select count(*) from feedback where order_number = ?")
                        .param(order)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(get(path).body()).contains("&lt;b&gt;Much").doesNotContain("<b>Much");
    }

    @Test
    void remarkStandsInItsOwnTableAlone() {
        post("useful", "yes", "remark", "Quxmarker of " + order);

        assertThat(Tables.holding(jdbc, "Quxmarker of " + order, "FEEDBACK")).isNotEmpty();
        for (String others : List.of("SERVICE_", "ORDER_", "CORRESPONDENCE", "ACT_", "SPRING_")) {
            assertThat(Tables.holding(jdbc, "Quxmarker of " + order, others))
                    .as(others)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"maybe, x", "'', x", "yes, TOO-LONG", "yes, NUL", "yes, CONTROL"})
    void whatIsNoAnswerIsNotKept(String useful, String remark) {
        String words = remark.replace("TOO-LONG", "y".repeat(2001)).replace("NUL", "x\u0000y");
        HttpResponse<String> answer =
                remark.equals("CONTROL") ? postRaw("useful=yes&remark=x%01y") : post("useful", useful, "remark", words);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("done=refused");
        assertThat(feedbacks.find(order)).isEmpty();
        assertThat(get(path + "?done=refused").body()).contains("role=\"alert\"", "2000");
    }

    @Test
    void linkThatHasExpiredAnswersNothing() {
        post("useful", "yes", "remark", "");
        clock.forward(Duration.ofDays(61));

        assertThat(get(path).statusCode()).isEqualTo(410);
        assertThat(get(path).body()).contains("Deze link is verlopen").doesNotContain("<form");
        assertThat(post("useful", "no", "remark", "").statusCode()).isEqualTo(410);
        assertThat(feedbacks.find(order).orElseThrow().useful()).isEqualTo(Usefulness.YES);
    }

    @Test
    void nothingIsSaidAnyMoreOfAnOrderWhosePeopleWereErased() {
        post("useful", "yes", "remark", "");
        jdbc.sql("update service_order set requester_email = ? where number = ?")
                .params(Tombstone.of(2026).email(), order)
                .update();

        assertThat(get(path).statusCode()).isEqualTo(410);
        assertThat(post("useful", "no", "remark", "It is me again").statusCode())
                .isEqualTo(410);
        assertThat(feedbacks.find(order).orElseThrow().remark()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void forgedLinkLeadsNowhere(String token) {
        assertThat(get("/useful/" + token).statusCode()).isEqualTo(404);
        path = "/useful/" + token;
        assertThat(post("useful", "no", "remark", "").statusCode()).isEqualTo(404);
    }

    @Test
    void linkOfAnOrderThatIsGoneLeadsNowhere() {
        assertThat(get(path("BAMS-1999-00001")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "BAMS, order, nl, Was het nuttig?",
        "DCS, order, fr, Était-ce utile\u00A0?",
        "DCS, migration, en, Was it useful?",
        "BAMS, support, de, War es hilfreich?"
    })
    void pageSpeaksTheLanguageOfWhoAsked(String service, String kind, String language, String title) {
        String page = get(path(order(service, kind, language))).body();

        assertThat(page).contains("lang=\"" + language + "\"", title, "noindex").doesNotContain("??");
        for (String other : List.of("nl", "fr", "de", "en")) {
            assertThat(get(path(order(service, kind, language)) + "?lang=" + other)
                            .body())
                    .contains("<html lang=\"" + other + "\"")
                    .doesNotContain("??")
                    .doesNotContainPattern(">\\s*useful\\.");
        }
    }

    @Test
    void pageHasNoCookieAndIsKeptByNobody() {
        HttpResponse<String> page = get(path);

        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.body()).doesNotContain("pki@customer.example", "Administrator");
    }

    @Test
    void clicksAtTheSameMomentAreOneAnswer() throws Exception {
        Callable<Integer> click = () -> post("useful", "yes", "remark", "").statusCode();
        var clicks = Executors.newFixedThreadPool(4);
        try {
            for (var answer :
                    clicks.invokeAll(IntStream.range(0, 8).mapToObj(i -> click).toList())) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            clicks.shutdownNow();
        }
        assertThat(feedbacks.find(order)).isPresent();
    }

    private String order(String service, String kind, String language) {
        var requester = new Requester("Administrator", "pki@customer.example", null, language);
        return orders.open(new NewOrder(service, kind, "NSOL", null, requester, null, null, null))
                .number();
    }

    private String path(String number) {
        return URI.create(links.invitation(number).get("feedbackLink").toString())
                .getRawPath();
    }

    private HttpResponse<String> get(String where) {
        return send(request(where).GET());
    }

    private HttpResponse<String> post(String... fields) {
        return postRaw(Stream.iterate(0, at -> at < fields.length, at -> at + 2)
                .map(at -> fields[at] + "=" + URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private HttpResponse<String> postRaw(String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String where) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + where))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
