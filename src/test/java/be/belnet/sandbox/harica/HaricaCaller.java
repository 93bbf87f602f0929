package be.belnet.sandbox.harica;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** Speaks to CertManager as clients of research networks do, in JSON with single quotes for legibility. */
public class HaricaCaller {

    private static final Pattern TOKEN = Pattern.compile("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"");

    private static final String BOUNDARY = "part";

    private final SandboxRunner sandbox;
    private String cookie;
    private String verification;
    private String jwt;

    private HaricaCaller(SandboxRunner sandbox) {
        this.sandbox = sandbox;
    }

    static HaricaCaller stranger(SandboxRunner sandbox) {
        return new HaricaCaller(sandbox);
    }

    public static HaricaCaller network(SandboxRunner sandbox) {
        return loggedIn(sandbox, "manager@belnet.example");
    }

    static HaricaCaller approver(SandboxRunner sandbox) {
        return loggedIn(sandbox, "approver@belnet.example");
    }

    private static HaricaCaller loggedIn(SandboxRunner sandbox, String email) {
        var caller = new HaricaCaller(sandbox);
        caller.readPage();
        caller.logIn("User/Login", "{'email':'%s','password':'p'}".formatted(email));
        caller.readPage();
        return caller;
    }

    HttpResponse<String> logIn(String path, String credentials) {
        var answer = post(path, credentials);
        if (answer.statusCode() == 200) {
            jwt = answer.body().replace("\"", "");
        }
        return answer;
    }

    void readPage() {
        var page = sandbox.send(withHeaders(sandbox.request("/harica/")));
        cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError(page.body());
        }
        verification = token.group(1);
    }

    public HttpResponse<String> post(String path, String json) {
        return sandbox.send(withHeaders(sandbox.request("/harica/api/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** @param namesAndValues in turn */
    HttpResponse<String> form(String path, String... namesAndValues) {
        var body = new StringBuilder();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, namesAndValues[index], namesAndValues[index + 1]));
        }
        return sandbox.send(withHeaders(sandbox.request("/harica/api/" + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n")));
    }

    public <T> T read(String path, String what) {
        return JsonPath.read(post("OrganizationAdmin/" + path, "{}").body(), what);
    }

    public String enterprise(String name, String domain) {
        return JsonPath.read(
                post("OrganizationAdmin/CreateEnterprise", """
                        {'alias':'%s','legalName':'%s','enterpriseNumber':'0123456789','domain':'%s','country':'BE',
                         'notificationAlias':'pki@nsol.example'}""".formatted(name, name, domain))
                        .body(),
                "$.id");
    }

    HttpResponse<String> validate(String organization) {
        return post("OrganizationAdmin/CreatePrevalidatedValidation", """
                {'organizationId':'%s','usersEmail':'pki@belnet.example','validationMethodName':'3.2.2.4.7',
                 'whoisEmail':''}""".formatted(organization));
    }

    /** What the newest mail asks to publish. */
    public String mailedToken() {
        List<String> texts =
                JsonPath.read(sandbox.get("/api/mails?to=pki@belnet.example").body(), "$[-1:].text");
        return texts.get(0).strip().lines().reduce("", (first, last) -> last);
    }

    public void publish(String domain, String token) {
        sandbox.send(sandbox.request("/api/dns/records")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"type\":\"TXT\",\"name\":\"%s\",\"value\":\"%s\"}".formatted(domain, token))));
    }

    /** What a person enters in CertManager's pages. */
    public void addByHand(String enterprise, String domain) {
        sandbox.send(sandbox.request("/api/harica/domains")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"enterprise\":\"%s\",\"domain\":\"%s\"}".formatted(enterprise, domain))));
    }

    private HttpRequest.Builder withHeaders(HttpRequest.Builder request) {
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (verification != null) {
            request.header("RequestVerificationToken", verification);
        }
        if (jwt != null) {
            request.header("Authorization", jwt);
        }
        return request;
    }
}
