package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** The calls to an appliance's REST interface. A log-in is kept per appliance and renewed once when it has ended. */
class FortiMail {
    static final String NAME = "FortiMail";

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");
    private static final int ACCEPT_BANNER = 7;
    private static final int FIXED_HOST = 0;

    private final PartnerClient http;
    private final FortinetProperties.Mail settings;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    FortiMail(PartnerClient http, FortinetProperties.Mail settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Logs in anew, accepting the banner where there is one. */
    LoggedIn logIn(String address) {
        cookies.remove(address);
        var answer = accepted(logIn(address, null, null));
        var loggedIn = answer.as(LoggedIn.class);
        if (loggedIn.banner()) {
            answer = accepted(logIn(address, cookie(answer), ACCEPT_BANNER));
        }
        cookies.put(address, cookie(answer));
        return loggedIn;
    }

    List<DomainBrief> domains(String address) {
        var list = accepted(read(address, "/domain/")).as(DomainList.class);
        if (list.nextPage()) {
            throw new PartnerRefusedException(NAME, "nextPage", "has more domains than one page shows");
        }
        return list.collection();
    }

    Optional<Domain> domain(String address, String name) {
        var answer = read(address, "/domain/{name}", name);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(accepted(answer).as(Domain.class));
    }

    void createDomain(String address, String name, String mailHost) {
        var request = Map.of("mxflag", FIXED_HOST, "ip", mailHost);
        accepted(change(HttpMethod.POST, address, request, name));
    }

    void changeDomain(String address, Domain domain, String mailHost) {
        var request =
                Map.of("objectID", domain.objectId(), "mdomain", domain.name(), "mxflag", FIXED_HOST, "ip", mailHost);
        accepted(change(HttpMethod.PUT, address, request, domain.name()));
    }

    /** With its users and their quarantine. */
    void deleteDomain(String address, String name) {
        accepted(change(HttpMethod.DELETE, address, null, name));
    }

    private PartnerAnswer read(String address, String path, Object... values) {
        return loggedIn(address, cookie -> http.read(HttpMethod.GET, at(address, path, values), with(cookie), null));
    }

    private PartnerAnswer change(HttpMethod method, String address, Object request, String name) {
        return loggedIn(
                address, cookie -> http.change(method, at(address, "/domain/{name}", name), with(cookie), request));
    }

    /** A log-in that has ended is replaced once; the refused call did nothing. */
    private PartnerAnswer loggedIn(String address, Function<String, PartnerAnswer> call) {
        if (!cookies.containsKey(address)) {
            logIn(address);
            return call.apply(cookies.get(address));
        }
        var answer = call.apply(cookies.get(address));
        if (answer.status() != 403) {
            return answer;
        }
        logIn(address);
        return call.apply(cookies.get(address));
    }

    private PartnerAnswer logIn(String address, String cookie, Integer action) {
        var request = new LogIn(settings.adminName(), settings.adminPassword(), action);
        return http.read(HttpMethod.POST, at(address, "/AdminLogin"), with(cookie), request);
    }

    private URI at(String address, String path, Object... values) {
        if (!IP_ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an IP address: " + address);
        }
        return PartnerClient.at(
                settings.url().replace("{address}", address.contains(":") ? "[" + address + "]" : address),
                path,
                values);
    }

    private static Consumer<HttpHeaders> with(String cookie) {
        return headers -> {
            if (cookie != null) {
                headers.set(HttpHeaders.COOKIE, cookie);
            }
        };
    }

    private static String cookie(PartnerAnswer answer) {
        return answer.headers().getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .filter(header -> header.startsWith("APSCOOKIE="))
                .map(header -> header.split(";", 2)[0])
                .findFirst()
                .orElseThrow(answer::unreadable);
    }

    /** Zero means done; what else it says about an error is a number and a sentence. */
    private static PartnerAnswer accepted(PartnerAnswer answer) {
        var body = answer.json();
        var errorType = body.path("errorType").asInt(0);
        if (!answer.successful() || errorType != 0) {
            var code = body.has("errorType") ? errorType : answer.status();
            throw new PartnerRefusedException(
                    NAME, String.valueOf(code), body.path("errorMsg").asText());
        }
        return answer;
    }

    record LogIn(String name, String password, Integer reqAction) {
        @Override
        public String toString() {
            return "LogIn[name=" + name + "]";
        }
    }

    record LoggedIn(
            String serial,
            @JsonProperty("post_login_banner") boolean banner) {}

    record DomainList(boolean nextPage, List<DomainBrief> collection) {}

    record DomainBrief(
            @JsonProperty("mkey") String name,
            @JsonProperty("is_association") boolean association) {}

    /**
     * @param mainDomain another one where this is only its alias
     * @param mailHost where the appliance delivers mail for this domain
     */
    record Domain(
            @JsonProperty("objectID") String objectId,
            @JsonProperty("mdomain") String name,
            @JsonProperty("maindomain") String mainDomain,
            @JsonProperty("mxflag") int relayKind,
            @JsonProperty("ip") String mailHost) {

        boolean isAlias() {
            return mainDomain != null && !mainDomain.equalsIgnoreCase(name);
        }

        boolean deliversTo(String host) {
            return relayKind == FIXED_HOST && host.equals(mailHost);
        }
    }
}
