package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Speaks to Certificate Manager as real clients do, in JSON with single quotes for legibility. */
public class SectigoCaller {

    private static final Pattern ID = Pattern.compile("/sectigo/api/[a-z]+/v1/(\\d+)$");

    private final SandboxRunner sandbox;
    private final String login;

    private SectigoCaller(SandboxRunner sandbox, String login) {
        this.sandbox = sandbox;
        this.login = login;
    }

    /** As the network's own administrator. */
    public static SectigoCaller network(SandboxRunner sandbox) {
        return new SectigoCaller(sandbox, "u");
    }

    /** As an administrator of organisations. */
    public static SectigoCaller organisation(SandboxRunner sandbox) {
        return new SectigoCaller(sandbox, "rao");
    }

    public HttpResponse<String> call(String method, String path, String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"'));
        return sandbox.send(sandbox.request("/sectigo/api/" + path)
                .header("LOGIN", login)
                .header("Password", "p")
                .header("customeruri", "belnet")
                .header("Content-Type", "application/json;charset=utf-8")
                .method(method, body));
    }

    public HttpResponse<String> get(String path) {
        return call("GET", path, null);
    }

    public HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    public <T> T read(String path, String what) {
        return JsonPath.read(get(path).body(), what);
    }

    public <T> T read(String path, String json, String what) {
        return JsonPath.read(post(path, json).body(), what);
    }

    /** Pages of a list until one is not full. */
    public <T> List<T> readAll(String path, int size, String what) {
        var all = new ArrayList<T>();
        List<T> page;
        do {
            page = read("%s?size=%d&position=%d".formatted(path, size, all.size()), what);
            all.addAll(page);
        } while (page.size() == size);
        return all;
    }

    /** @return the number at the end of {@code Location} */
    public int create(String path, String json) {
        return id(post(path, json));
    }

    static int id(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        var id = ID.matcher(location);
        if (!id.find()) {
            throw new AssertionError(location);
        }
        return Integer.parseInt(id.group(1));
    }

    public int organisation(String name) {
        return create("organization/v1", """
                {'name':'%s','address1':'Street 1','city':'Namur','postalCode':'5000','country':'BE',
                 'clientCertificate':{'allowKeyRecoveryByMasterAdmins':false}}""".formatted(name));
    }

    public int domain(String name, int organisation) {
        return create(
                "domain/v1",
                "{'name':'%s','delegations':[{'orgId':%d,'certTypes':['SSL']}]}".formatted(name, organisation));
    }

    public HttpResponse<String> validate(String step, String domain) {
        return post("dcv/v2/validation/" + step, "{'domain':'%s'}".formatted(domain));
    }

    /** @param type of a record, or {@code FILE} for a file at an address */
    public void publish(String type, String name, String content) {
        var answer = type.equals("FILE") ? publishFile(URI.create(name), content) : publishRecord(type, name, content);
        if (answer.statusCode() >= 300) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    private HttpResponse<String> publishRecord(String type, String name, String value) {
        return sandbox.send(sandbox.request("/api/dns/records")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"type\":\"%s\",\"name\":\"%s\",\"value\":\"%s\"}".formatted(type, name, escaped(value)))));
    }

    private HttpResponse<String> publishFile(URI address, String content) {
        return sandbox.send(sandbox.request("/api/dns/files")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"host\":\"%s\",\"path\":\"%s\",\"content\":\"%s\"}"
                        .formatted(address.getHost(), address.getPath(), escaped(content)))));
    }

    /** Publishes what a started CNAME validation asks for, and submits it. */
    public void proveByCname(String domain) {
        var challenge = validate("start/domain/cname", domain).body();
        publish("CNAME", JsonPath.read(challenge, "$.host"), JsonPath.read(challenge, "$.point"));
        validate("submit/domain/cname", domain);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
