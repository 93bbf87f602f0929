package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.faults.LookUps;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Domains: sectigo-scm.md, section 5.2. */
@RestController
@RequestMapping("/sectigo/api/domain/v1")
class DomainController {

    private final Scm scm;
    private final Domains domains;
    private final Validations validations;
    private final Certificates certificates;
    private final LookUps lookUps;

    DomainController(Scm scm, Domains domains, Validations validations, Certificates certificates, LookUps lookUps) {
        this.scm = scm;
        this.domains = domains;
        this.validations = validations;
        this.certificates = certificates;
        this.lookUps = lookUps;
    }

    @GetMapping
    ResponseEntity<List<Map<String, Object>>> list(@RequestParam Map<String, String> parameters) {
        var query = new Query(parameters);
        return scm.now(() -> query.page(lookUps.shown(found(query), DomainEntry::createdAt, DomainEntry::twin).stream()
                .map(one -> Reply.of("id", one.id(), "name", one.name()))
                .toList()));
    }

    @GetMapping("/count")
    Map<String, Object> count(@RequestParam Map<String, String> parameters) {
        return scm.now(() -> Reply.of("count", found(new Query(parameters)).size()));
    }

    @GetMapping("/{id}")
    Map<String, Object> details(@PathVariable int id, @RequestParam Map<String, String> parameters) {
        return scm.now(() -> details(domains.get(id), new Query(parameters).dates(DateStyle.ISO)));
    }

    @PostMapping
    ResponseEntity<Void> create(@RequestBody(required = false) String body) {
        var id = scm.now(() -> domains.create(Fields.parse(body)));
        return Scm.created("/domain/v1/" + id);
    }

    @PostMapping("/{id}/delegation")
    void delegate(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, domains::delegate);
    }

    @PostMapping("/delegation")
    void delegateAll(@RequestBody(required = false) String body) {
        scm.run(() -> domains.delegateAll(Fields.parse(body)));
    }

    @DeleteMapping("/{id}/delegation")
    void undelegate(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, domains::undelegate);
    }

    @PostMapping("/{id}/delegation/approve")
    void approve(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, domains::approve);
    }

    @PostMapping("/{id}/delegation/reject")
    void reject(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, domains::reject);
    }

    @PutMapping("/{id}/activate")
    void activate(@PathVariable int id) {
        scm.run(() -> domains.activate(domains.get(id), true));
    }

    @PutMapping("/{id}/suspend")
    void suspend(@PathVariable int id) {
        scm.run(() -> domains.activate(domains.get(id), false));
    }

    @PutMapping("/{id}/monitoring")
    void monitor(@PathVariable int id, @RequestBody(required = false) String body) {
        on(id, body, (domain, request) -> domains.monitor(domain, request.whole()));
    }

    /** Not while certificates of it are in use. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id) {
        scm.run(() -> {
            var domain = domains.get(id);
            if (certificates.use(domain.name())) {
                throw SectigoError.refused(-740, "Certificates exist for this domain");
            }
            domains.delete(domain);
        });
    }

    private void on(int id, String body, BiConsumer<DomainEntry, Fields> change) {
        scm.run(() -> change.accept(domains.get(id), Fields.parse(body)));
    }

    private List<DomainEntry> found(Query query) {
        var delegations = query.asksFor("orgId", "status")
                ? domains.delegations().stream().collect(Collectors.groupingBy(Delegation::domainId))
                : Map.<Integer, List<Delegation>>of();
        return query.text("name").map(domains::holding).orElseGet(domains::all).stream()
                .filter(one -> query.is("state", one.active() ? "active" : "inactive"))
                .filter(one -> fits(query, delegations.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static boolean fits(Query query, List<Delegation> delegations) {
        var mine = query.number("orgId")
                .map(wanted -> delegations.stream()
                        .filter(one -> one.orgId() == wanted)
                        .toList())
                .orElse(delegations);
        return (query.number("orgId").isEmpty() || !mine.isEmpty())
                && query.is("status", requested(mine) ? "requested" : "approved");
    }

    private static boolean requested(List<Delegation> delegations) {
        return delegations.stream().anyMatch(one -> !one.active());
    }

    private Map<String, Object> details(DomainEntry one, DateStyle dates) {
        var delegations = domains.delegations(one.id());
        var validation = validations.of(one);
        return Reply.of(
                "id", one.id(),
                "name", one.name(),
                "description", one.description(),
                "delegationStatus", requested(delegations) ? Delegation.REQUESTED : Delegation.ACTIVE,
                "state", one.active() ? "ACTIVE" : "SUSPENDED",
                "validationStatus", validations.word(validation.status()),
                "validationMethod",
                        validation.method() == null ? null : validation.method().longName(),
                "dcvExpiration", dates.write(validation.expiresAt()),
                "ctLogMonitoring", one.monitoring() == null ? null : new RawValue(one.monitoring()),
                "delegations",
                        delegations.stream().map(DomainController::delegation).toList());
    }

    private static Map<String, Object> delegation(Delegation one) {
        return Reply.of(
                "orgId", one.orgId(),
                "certTypes", one.types(),
                "domainCertificateRequestPrivileges", one.privilegeList(),
                "status", one.status());
    }
}
