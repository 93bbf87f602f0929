package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.faults.LookUps;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.openstack.Cloud;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The administration of each appliance: fortinet.md, section 5. An appliance that is off cannot refuse connections on a
 * port it shares with others, so it answers 503.
 */
@RestController
@RequestMapping("/fortimail/{address}/api/v1")
class FortiMailController {
    private static final String COOKIE = "APSCOOKIE";
    private static final int ADD = 2;
    private static final int ACCEPT_BANNER = 7;
    private static final int ASK_FOR_UPLOAD = 22;
    private static final int RESTART = 1;
    private static final int SHUT_DOWN = 2;
    private static final int RELOAD = 3;

    private final Cloud cloud;
    private final Units units;
    private final Sessions sessions;
    private final Domains domains;
    private final LicenceUploads uploads;
    private final Ledger ledger;
    private final FortiMailSettings settings;
    private final LookUps lookUps;

    FortiMailController(
            Cloud cloud,
            Units units,
            Sessions sessions,
            Domains domains,
            LicenceUploads uploads,
            Ledger ledger,
            FortiMailSettings settings,
            LookUps lookUps) {
        this.cloud = cloud;
        this.units = units;
        this.sessions = sessions;
        this.domains = domains;
        this.uploads = uploads;
        this.ledger = ledger;
        this.settings = settings;
        this.lookUps = lookUps;
    }

    @PostMapping({"/AdminLogin", "/AdminLogin/"})
    ResponseEntity<Object> logIn(
            @PathVariable String address,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody JsonNode request) {
        var unit = running(address);
        if (!request.path("name").asText().equals("admin")
                || !request.path("password").asText().equals(unit.adminPassword())) {
            return refusedLogIn();
        }
        var accepted = request.path("reqAction").asInt() == ACCEPT_BANNER && sessions.waitsForBanner(unit, cookie);
        if (accepted) {
            sessions.close(cookie);
        }
        var banner = settings.loginBanner() && !accepted;
        var opened = ResponseCookie.from(COOKIE, sessions.open(unit, banner))
                .path("/")
                .httpOnly(true)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, opened.toString())
                .body(loggedIn(unit, banner));
    }

    @GetMapping({"/domain", "/domain/", "/Domain", "/Domain/"})
    Map<String, Object> list(
            @PathVariable String address, @CookieValue(name = COOKIE, required = false) String cookie) {
        var found = domains.of(admitted(address, cookie, "Get object (DomainInfoCollection)"));
        var all = lookUps.shown(found, Domains.Row::madeAt, Domains.Row::twin);
        var list = object("DomainInfoCollection:", 1);
        list.put("totalRemoteCount", all.size());
        list.put("subCount", all.size());
        list.put("remoteSorting", true);
        list.put("nextPage", false);
        list.put("nodePermission", 3);
        list.put("collection", all.stream().map(FortiMailController::brief).toList());
        return list;
    }

    @RequestMapping({"/domain/{name}", "/domain/{name}/", "/Domain/{name}", "/Domain/{name}/"})
    Object domain(
            HttpMethod method,
            @PathVariable String address,
            @PathVariable String name,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody(required = false) JsonNode body) {
        var unit = admitted(address, cookie, "object (DomainSetting)");
        var fields = body == null ? JsonNodeFactory.instance.objectNode() : body;
        var domain = name.toLowerCase(Locale.ROOT);
        return switch (action(method, fields)) {
            case 1 -> read(unit, domain);
            case ADD -> domains.create(unit, domain, fields);
            case 3 -> deleted(unit, domain);
            case 5 -> domains.change(unit, domain, fields);
            default -> throw FortiMailError.invalid("Unsupported action");
        };
    }

    @PostMapping({"/MailSetDomainAssociation/{alias}", "/MailSetDomainAssociation/{alias}/"})
    Map<String, Object> associate(
            @PathVariable String address,
            @PathVariable String alias,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody JsonNode request) {
        var unit = admitted(address, cookie, "Add object (MailSetDomainAssociation)");
        domains.associate(
                unit, alias.toLowerCase(Locale.ROOT), request.path("domain").asText());
        return object("MailSetDomainAssociation:{D:" + alias + "}", ADD);
    }

    @GetMapping({"/SysStatusLicinfo", "/SysStatusLicinfo/"})
    Map<String, Object> licence(
            @PathVariable String address, @CookieValue(name = COOKIE, required = false) String cookie) {
        var unit = admitted(address, cookie, "Get object (SysStatusLicinfo)");
        var licence = object("SysStatusLicinfo:", 1);
        licence.put("serial", unit.shownSerial());
        licence.put("model", unit.model());
        licence.put("vm_license_status", unit.serial() == null ? "invalid" : "valid");
        licence.put("vcpus", unit.vcpus());
        return licence;
    }

    @PostMapping({"/SysStatusLicinfo", "/SysStatusLicinfo/"})
    Map<String, Object> askForUpload(
            @PathVariable String address,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody JsonNode request) {
        var unit = admitted(address, cookie, "Add object (SysStatusLicinfo)");
        if (request.path("reqAction").asInt() != ASK_FOR_UPLOAD) {
            throw FortiMailError.invalid("Unsupported action");
        }
        return Map.of("token", uploads.token(unit));
    }

    @PostMapping({"/uploadfile", "/uploadfile/"})
    Map<String, Object> upload(
            @PathVariable String address,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestParam String token,
            @RequestParam MultipartFile license)
            throws IOException {
        var unit = admitted(address, cookie, "uploadfile");
        return Map.of("id", uploads.keep(unit, token, new String(license.getBytes(), StandardCharsets.UTF_8)));
    }

    @PutMapping({"/SysStatusLicinfo", "/SysStatusLicinfo/"})
    Map<String, Object> apply(
            @PathVariable String address,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody JsonNode request) {
        var unit = admitted(address, cookie, "Modify object (SysStatusLicinfo)");
        var file = uploads.take(unit, request.path("id").asText())
                .orElseThrow(() -> FortiMailError.notThere("SysStatusLicinfo"));
        units.license(unit, file);
        return object("SysStatusLicinfo:", 5);
    }

    @PostMapping({"/SysStatusCommand", "/SysStatusCommand/"})
    Map<String, Object> command(
            @PathVariable String address,
            @CookieValue(name = COOKIE, required = false) String cookie,
            @RequestBody JsonNode request) {
        var unit = admitted(address, cookie, "Add object (SysStatusCommand)");
        switch (request.path("action").asInt()) {
            case RESTART -> units.restart(unit);
            case SHUT_DOWN -> cloud.shutDownFromWithin(unit.machineId());
            case RELOAD -> {}
            default -> throw FortiMailError.invalid("Invalid parameter");
        }
        return object("SysStatusCommand:", ADD);
    }

    @RequestMapping("/**")
    void unknown(@PathVariable String address, @CookieValue(name = COOKIE, required = false) String cookie) {
        admitted(address, cookie, "Get object");
        throw FortiMailError.notThere("unknown");
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(FortiMailError error) {
        if (error.status() == 503) {
            return ResponseEntity.status(503).build();
        }
        return ResponseEntity.status(error.status()).body(outcome(error.type(), error.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return refused(FortiMailError.invalid("Bad request"));
    }

    private Unit running(String address) {
        cloud.catchUp();
        var unit = units.at(address)
                .filter(known -> known.answers(Instant.now()))
                .orElseThrow(() -> new FortiMailError(503, 0, "no machine answers there"));
        ledger.about(unit.reference());
        if (!unit.restEnabled()) {
            throw new FortiMailError(404, 0, "REST API is not enabled");
        }
        return unit;
    }

    private Unit admitted(String address, String cookie, String what) {
        var unit = running(address);
        if (cookie == null || !sessions.use(unit, cookie)) {
            throw FortiMailError.accessDenied(what);
        }
        return unit;
    }

    /** A {@code reqAction} in the body outweighs the method. */
    private static int action(HttpMethod method, JsonNode body) {
        var byMethod = Map.of(HttpMethod.GET, 1, HttpMethod.POST, ADD, HttpMethod.DELETE, 3, HttpMethod.PUT, 5);
        if (!byMethod.containsKey(method)) {
            throw new FortiMailError(405, 1, "Method not allowed");
        }
        return body.has("reqAction") ? body.path("reqAction").asInt() : byMethod.get(method);
    }

    private Object read(Unit unit, String domain) {
        if (domains.find(unit, domain)
                .map(Domains.Row::madeAt)
                .filter(lookUps::hide)
                .isPresent()) {
            throw FortiMailError.notThere("DomainSetting");
        }
        return domains.read(unit, domain);
    }

    private Map<String, Object> deleted(Unit unit, String domain) {
        domains.delete(unit, domain);
        return outcome(0, "");
    }

    private static Map<String, Object> loggedIn(Unit unit, boolean banner) {
        var answer = object("AdminLogin:", ADD);
        answer.put("nodePermission", 3);
        answer.put("name", "admin");
        answer.put("password", "******");
        answer.put("new_password", "******");
        answer.put("token", "******");
        answer.put("domain", "system");
        answer.put("loginstatus", 1);
        answer.put("model", unit.model());
        answer.put("serial", unit.shownSerial());
        answer.put("operation_mode", unit.operationMode().equals("gateway") ? 0 : 2);
        answer.put("hostname", unit.hostName());
        answer.put("product_name", "FortiMail");
        answer.put("product_version", "7.6.2");
        answer.put("post_login_banner", banner);
        answer.put("is_superadmin", true);
        return answer;
    }

    private static ResponseEntity<Object> refusedLogIn() {
        var answer = outcome(7, "Failed: Access denied:Add object (AdminLogin) ");
        answer.put("reqAction", ADD);
        answer.put("totalRemoteCount", 0);
        answer.put("collection", "[]");
        return ResponseEntity.status(403).body(answer);
    }

    private static Map<String, Object> brief(Domains.Row row) {
        var brief = new LinkedHashMap<String, Object>();
        brief.put("mkey", row.name());
        brief.put("maindomain", row.aliasOf() == null ? "" : row.aliasOf());
        brief.put("is_association", row.aliasOf() != null);
        return brief;
    }

    private static Map<String, Object> object(String objectId, int action) {
        var object = new LinkedHashMap<String, Object>();
        object.put("objectID", objectId);
        object.put("reqAction", action);
        return object;
    }

    private static Map<String, Object> outcome(int type, String message) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("errorType", type);
        outcome.put("errorMsg", message);
        return outcome;
    }
}
