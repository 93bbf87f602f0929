package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.faults.LookUps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organisations: sectigo-scm.md, section 5.1. */
@RestController
@RequestMapping("/sectigo/api/organization")
class OrganisationController {

    private static final Set<String> REPORT_TYPES = Set.of("SSL", "Client", "Device", "CodeSign");
    private static final Duration VALIDATION = Duration.ofDays(398);

    private final Scm scm;
    private final Organisations organisations;
    private final LookUps lookUps;

    OrganisationController(Scm scm, Organisations organisations, LookUps lookUps) {
        this.scm = scm;
        this.organisations = organisations;
        this.lookUps = lookUps;
    }

    @GetMapping("/v1")
    List<Map<String, Object>> list() {
        return scm.now(() -> lookUps.shown(top(), Organisation::createdAt, Organisation::twin).stream()
                .map(this::summary)
                .toList());
    }

    @GetMapping("/v1/report-type/{type}")
    List<Map<String, Object>> list(@PathVariable String type) {
        if (!REPORT_TYPES.contains(type)) {
            throw SectigoError.invalid("reportType");
        }
        return list();
    }

    @GetMapping({"/v1/managedBy/{role}", "/v1/managed-by/{role}"})
    List<Map<String, Object>> managedBy() {
        return scm.now(() -> organisations.all().stream()
                .map(one -> Reply.of("id", one.id(), "name", one.name(), "parentName", parentName(one)))
                .toList());
    }

    @GetMapping("/v1/{id}")
    Map<String, Object> details(@PathVariable int id) {
        return scm.now(() -> details(organisations.get(id)));
    }

    @PostMapping("/v1")
    ResponseEntity<Void> create(@RequestBody(required = false) String body) {
        var id = scm.now(() -> organisations.create(Fields.parse(body)));
        return Scm.created("/organization/v1/" + id);
    }

    @PutMapping("/v1/{id}")
    Map<String, Object> update(@PathVariable int id, @RequestBody(required = false) String body) {
        return scm.now(() -> {
            organisations.update(id, Fields.parse(body));
            return details(organisations.get(id));
        });
    }

    @DeleteMapping("/v1/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id) {
        scm.run(() -> organisations.delete(id));
    }

    @GetMapping("/v2/{id}/validations")
    List<Map<String, Object>> validations(@PathVariable int id) {
        return scm.now(() -> List.of(validation(organisations.get(id))));
    }

    private List<Organisation> top() {
        return organisations.all().stream().filter(one -> !one.department()).toList();
    }

    private Map<String, Object> summary(Organisation one) {
        return Reply.of("id", one.id(), "name", one.name(), "departments", departments(one));
    }

    private List<Map<String, Object>> departments(Organisation one) {
        return organisations.departments(one.id()).stream()
                .map(department -> Reply.of("id", department.id(), "parentName", one.name(), "name", department.name()))
                .toList();
    }

    private Map<String, Object> details(Organisation one) {
        var details = new LinkedHashMap<>(Reply.of(
                "id", one.id(), "name", one.name(), "parentId", one.parentId(), "parentName", parentName(one)));
        details.putAll(organisations.details(one));
        details.put("certTypes", List.of("SSL", "SMIME", "CodeSign"));
        details.put("departments", departments(one));
        return details;
    }

    private String parentName(Organisation one) {
        return one.department() ? organisations.get(one.parentId()).name() : null;
    }

    private static Map<String, Object> validation(Organisation one) {
        var validated = one.validatedAt() != null;
        return Reply.of(
                "id",
                one.id(),
                "validationLevel",
                "OV_SSL",
                "status",
                validated ? "VALIDATED" : "PENDING",
                "backgroundStatus",
                background(one),
                "submitted",
                DateStyle.stamp(one.createdAt()),
                "expires",
                validated ? DateStyle.stamp(one.validatedAt().plus(VALIDATION)) : null,
                "alternative",
                false,
                "backendId",
                700_000 + one.id(),
                "backendType",
                "SASP");
    }

    private static String background(Organisation one) {
        if (one.refused()) {
            return "FAILED";
        }
        return one.validatedAt() == null ? "PENDING" : null;
    }
}
