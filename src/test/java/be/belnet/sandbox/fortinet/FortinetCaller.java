package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Speaks to the simulators as any program would: over HTTP, in JSON with single quotes for legibility. */
public class FortinetCaller {

    public static final String PROGRAM = "ELAVMS0000000042";

    private final SandboxRunner sandbox;
    private final String root;
    private final String accessToken;

    private FortinetCaller(SandboxRunner sandbox, String root, String accessToken) {
        this.sandbox = sandbox;
        this.root = root;
        this.accessToken = accessToken;
    }

    public static FortinetCaller fortiFlex(SandboxRunner sandbox) {
        return new FortinetCaller(sandbox, "/fortiflex/ES/api/fortiflex/v2/", logIn(sandbox, "flexvm"));
    }

    public static FortinetCaller fortiCare(SandboxRunner sandbox) {
        return new FortinetCaller(sandbox, "/forticare/ES/api/registration/v3/", logIn(sandbox, "assetmanagement"));
    }

    FortinetCaller withToken(String other) {
        return new FortinetCaller(sandbox, root, other);
    }

    public String token() {
        return accessToken;
    }

    public static String logIn(SandboxRunner sandbox, String clientId) {
        var answer = post(sandbox, "/forticloud/api/v1/oauth/token/", """
                {'username':'apiuser','password':'apipass','client_id':'%s','grant_type':'password'}""".formatted(clientId), "none");
        return JsonPath.read(answer.body(), "$.access_token");
    }

    public static HttpResponse<String> post(SandboxRunner sandbox, String path, String json, String accessToken) {
        return sandbox.send(sandbox.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + accessToken)
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    public HttpResponse<String> call(String path, String json) {
        return post(sandbox, root + path, json, accessToken);
    }

    public <T> T read(String path, String json, String what) {
        return JsonPath.read(call(path, json).body(), what);
    }

    public int newConfig(String name) {
        return read("configs/create", """
                {'programSerialNumber':'%s','name':'%s','productTypeId':11,
                 'parameters':[{'id':73,'value':'2'},{'id':74,'value':'FMLBASE'}]}""".formatted(PROGRAM, name), "$.configs.id");
    }

    public String newLicence(int configId, String description) {
        return read(
                "entitlements/vm/create",
                "{'configId':%d,'count':1,'description':'%s'}".formatted(configId, description),
                "$.entitlements[0].serialNumber");
    }
}
