package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.faults.LookUps;
import be.belnet.sandbox.fortinet.FortiFlexEntitlements.Entitlement;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** FortiFlex: fortinet.md, section 3. */
@RestController
@RequestMapping("/fortiflex/ES/api")
class FortiFlexController extends FortinetController {

    private static final String V2 = "/fortiflex/v2";

    private final FortiFlexPrograms programs;
    private final FortiFlexConfigs configs;
    private final FortiFlexEntitlements entitlements;
    private final FortiFlexGroups groups;
    private final LookUps lookUps;
    private final String entitlementsKey;

    FortiFlexController(
            FortiCloudTokens tokens,
            Gate fortiFlexGate,
            FortinetSettings settings,
            FortiFlexPrograms programs,
            FortiFlexConfigs configs,
            FortiFlexEntitlements entitlements,
            FortiFlexGroups groups,
            LookUps lookUps) {
        super(tokens, "flexvm", fortiFlexGate);
        this.programs = programs;
        this.configs = configs;
        this.entitlements = entitlements;
        this.groups = groups;
        this.lookUps = lookUps;
        this.entitlementsKey = settings.entitlementsKey();
    }

    @Override
    Map<String, Object> head(String accessToken) {
        return Map.of();
    }

    @PostMapping(V2 + "/programs/list")
    ResponseEntity<?> listPrograms(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("programs", programs.list()));
    }

    @PostMapping(V2 + "/configs/list")
    ResponseEntity<?> listConfigs(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("configs", configs.list(request)));
    }

    @PostMapping(V2 + "/configs/create")
    ResponseEntity<?> createConfig(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("configs", configs.create(request)));
    }

    @PostMapping(V2 + "/configs/update")
    ResponseEntity<?> updateConfig(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("configs", configs.update(request)));
    }

    @PostMapping(V2 + "/configs/disable")
    ResponseEntity<?> disableConfig(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("configs", configs.disable(request)));
    }

    @PostMapping(V2 + "/configs/enable")
    ResponseEntity<?> enableConfig(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("configs", configs.enable(request)));
    }

    @PostMapping(V2 + "/entitlements/list")
    ResponseEntity<?> listEntitlements(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(
                authorization,
                body,
                request -> payload(lookUps.shown(entitlements.list(request), Entitlement::madeAt, Entitlement::twin)));
    }

    @PostMapping(V2 + "/entitlements/vm/create")
    ResponseEntity<?> createEntitlements(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.create(request)));
    }

    @PostMapping(V2 + "/entitlements/update")
    ResponseEntity<?> updateEntitlement(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.update(request)));
    }

    @PostMapping(V2 + "/entitlements/stop")
    ResponseEntity<?> stopEntitlement(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.stop(request)));
    }

    @PostMapping(V2 + "/entitlements/reactivate")
    ResponseEntity<?> reactivateEntitlement(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.reactivate(request)));
    }

    @PostMapping(V2 + "/entitlements/vm/token")
    ResponseEntity<?> renewToken(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.renewToken(request)));
    }

    @PostMapping(V2 + "/entitlements/points")
    ResponseEntity<?> points(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.points(request)));
    }

    /** The older path serves callers that name no account. */
    @PostMapping({V2 + "/groups/list", "/flexvm/v1/groups/list"})
    ResponseEntity<?> listGroups(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("groups", groups.list(request)));
    }

    @PostMapping(V2 + "/groups/nexttoken")
    ResponseEntity<?> nextToken(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> payload(entitlements.nextToken(request)));
    }

    @PostMapping(V2 + "/tools/calc")
    ResponseEntity<?> calculate(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestBody(required = false) String body) {
        return answer(authorization, body, request -> Map.of("points", groups.calculate(request)));
    }

    private Map<String, ?> payload(List<?> list) {
        return Map.of(entitlementsKey, list);
    }
}
