package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.harica.HaricaLogin.Session;
import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;

/**
 * How CertManager is called: all calls are POSTs. It answers a log-in that is over in three ways: 401, a redirect to the
 * page for it, or 400 without a word.
 */
class HaricaApi {
    static final String NAME = "HARICA";

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final PartnerClient http;
    private final HaricaLogin login;
    private final String url;

    HaricaApi(PartnerClient http, HaricaLogin login, URI url) {
        this.http = http;
        this.login = login;
        this.url = url.toString();
    }

    PartnerAnswer read(String path, Object question) {
        return loggedIn(session -> twice(() -> http.read(HttpMethod.POST, at(path), session::sayWho, question)));
    }

    PartnerAnswer change(String path, Object request) {
        return loggedIn(session -> http.change(HttpMethod.POST, at(path), session::sayWho, request));
    }

    /** A refused log-in is replaced once; the refused call did nothing. */
    private PartnerAnswer loggedIn(Function<Session, PartnerAnswer> call) {
        var session = login.session();
        var answer = call.apply(session);
        if (logInRefused(answer)) {
            login.refused(session);
            answer = call.apply(login.session());
        }
        return accepted(answer);
    }

    /** Its load balancer drops connections that were idle, which shows at the next call only. */
    private static PartnerAnswer twice(Supplier<PartnerAnswer> read) {
        try {
            return read.get();
        } catch (PartnerUnavailableException lost) {
            if (dropped(lost.getCause())) {
                return read.get();
            }
            throw lost;
        }
    }

    /** Neither a time-out nor an address at which nobody answers. */
    private static boolean dropped(Throwable cause) {
        return cause instanceof IOException
                && !(cause instanceof HttpTimeoutException)
                && !(cause instanceof ConnectException);
    }

    private static PartnerAnswer accepted(PartnerAnswer answer) {
        if (answer.successful()) {
            return answer;
        }
        var reason = logInRefused(answer)
                ? "the account may not do this"
                : answer.json().path("errorMessage").asText("");
        throw new PartnerRefusedException(NAME, String.valueOf(answer.status()), reason);
    }

    private static boolean logInRefused(PartnerAnswer answer) {
        return answer.status() == UNAUTHORIZED
                || answer.status() / 100 == 3
                || answer.status() == BAD_REQUEST && answer.text().isBlank();
    }

    private URI at(String path) {
        return PartnerClient.at(url, path);
    }
}
