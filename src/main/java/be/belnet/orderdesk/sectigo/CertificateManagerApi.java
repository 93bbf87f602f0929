package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.net.URI;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** How Certificate Manager is called: three headers say who calls, and refusals carry a code and a description. */
class CertificateManagerApi {
    static final String NAME = "Sectigo";

    private static final Pattern ID_AT_THE_END = Pattern.compile("/(\\d+)$");

    /** Unknown and internal errors, and an authority behind it that cannot be reached. */
    private static final Set<Integer> TROUBLE = Set.of(-1, -2, -14, -65, -129, -195);

    /** Changed by someone else meanwhile. */
    private static final Set<Integer> OUTRUN = Set.of(-3114, -3115);

    private final PartnerClient http;
    private final SectigoProperties settings;

    CertificateManagerApi(PartnerClient http, SectigoProperties settings) {
        this.http = http;
        this.settings = settings;
    }

    PartnerAnswer read(String path, Object... values) {
        return accepted(
                http.read(HttpMethod.GET, at(path, values), this::sayWho, null), PartnerUnavailableException::new);
    }

    /** A look-up that is a POST. */
    PartnerAnswer ask(String path, Object question) {
        return accepted(http.read(HttpMethod.POST, at(path), this::sayWho, question), PartnerUnavailableException::new);
    }

    PartnerAnswer change(HttpMethod method, String path, Object request) {
        return accepted(http.change(method, at(path), this::sayWho, request), OutcomeUnknownException::new);
    }

    /** The number of what was created; its address says it, since the answer has no body. */
    int create(String path, Object request) {
        var answer = change(HttpMethod.POST, path, request);
        var location = answer.headers().getFirst(HttpHeaders.LOCATION);
        var id = ID_AT_THE_END.matcher(location == null ? "" : location);
        if (answer.status() != 201 || !id.find()) {
            throw answer.unreadable();
        }
        return Integer.parseInt(id.group(1));
    }

    private URI at(String path, Object... values) {
        return PartnerClient.at(settings.url().toString(), path, values);
    }

    private void sayWho(HttpHeaders headers) {
        headers.set("login", settings.login());
        headers.set("password", settings.password());
        headers.set("customerUri", settings.customerUri());
    }

    private static PartnerAnswer accepted(PartnerAnswer answer, BiFunction<String, String, PartnerException> doubt) {
        if (answer.successful()) {
            return answer;
        }
        var error = answer.json();
        var code = error.path("code").asInt(answer.status());
        var description = error.path("description").asText("");
        if (TROUBLE.contains(code)) {
            throw doubt.apply(NAME, "is in trouble (%d): %s".formatted(code, description));
        }
        if (OUTRUN.contains(code)) {
            throw new PartnerUnavailableException(NAME, "was changed by someone else meanwhile (%d)".formatted(code));
        }
        throw new PartnerRefusedException(NAME, String.valueOf(code), description);
    }
}
