package be.belnet.sandbox.harica;

import be.belnet.sandbox.faults.LookUps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Enterprises and their domains: harica.md, section 4. What lists are asked to filter by is ignored, as it was there in
 * 2025. The address and the fields of the creation are guesses: only what it asks for is published.
 */
@RestController
@RequestMapping("/harica/api/OrganizationAdmin")
class EnterpriseController {

    private static final Duration ORGANISATION_LIFE = Duration.ofDays(398);

    private final CertManager certManager;
    private final Enterprises enterprises;
    private final EnterpriseDomains domains;
    private final Mails mails;
    private final LookUps lookUps;

    EnterpriseController(
            CertManager certManager, Enterprises enterprises, EnterpriseDomains domains, Mails mails, LookUps lookUps) {
        this.certManager = certManager;
        this.enterprises = enterprises;
        this.domains = domains;
        this.mails = mails;
        this.lookUps = lookUps;
    }

    record NewEnterprise(
            String alias,
            String legalName,
            String enterpriseNumber,
            String notificationAlias,
            String domain,
            String country,
            String locality) {}

    record Chosen(String id) {}

    record Prevalidation(String organizationId, String usersEmail, String validationMethodName, String whoisEmail) {}

    @PostMapping("/SearchGroups")
    List<Map<String, Object>> groups() {
        return certManager.now(() -> lookUps.shown(enterprises.all(), Enterprise::createdAt, Enterprise::twin).stream()
                .map(one -> Map.<String, Object>of("id", one.id(), "alias", one.alias()))
                .toList());
    }

    @PostMapping("/GetOrganizations")
    List<Map<String, Object>> organisations() {
        return certManager.now(
                () -> lookUps.shown(domains.all(), EnterpriseDomain::createdAt, EnterpriseDomain::twin).stream()
                        .map(this::row)
                        .toList());
    }

    @PostMapping("/GetDomainsValidityByGroupId")
    List<Map<String, Object>> domains(@RequestBody Chosen group) {
        return certManager.now(() -> domains.all().stream()
                .filter(one -> one.enterpriseId().equals(group.id()))
                .map(EnterpriseController::validity)
                .toList());
    }

    @PostMapping("/CreateEnterprise")
    Map<String, Object> create(@RequestBody NewEnterprise request) {
        return certManager.now(() -> {
            require("alias", request.alias());
            require("legalName", request.legalName());
            require("enterpriseNumber", request.enterpriseNumber());
            require("notificationAlias", request.notificationAlias());
            require("domain", request.domain());
            require("country", request.country());
            var id = enterprises.create(request);
            domains.add(id, request.domain());
            return Map.of("id", id);
        });
    }

    /** What the domain is to publish goes by mail to who asked; the answer says nothing. */
    @PostMapping("/CreatePrevalidatedValidation")
    void prevalidate(@RequestBody Prevalidation request) {
        var domain = certManager.now(() -> asked(request));
        mails.tell(request.usersEmail(), domain.name(), domain.token());
    }

    private EnterpriseDomain asked(Prevalidation request) {
        require("usersEmail", request.usersEmail());
        if (!"3.2.2.4.7".equals(request.validationMethodName())) {
            throw HaricaError.refused("Domains are validated by method 3.2.2.4.7 only");
        }
        var domain = Optional.ofNullable(request.organizationId())
                .flatMap(domains::find)
                .orElseThrow(() -> HaricaError.refused("There is no such organization"));
        if (enterprises.find(domain.enterpriseId()).orElseThrow().checkedAt() == null) {
            throw HaricaError.refused("The enterprise is still being checked");
        }
        domains.ask(domain);
        return domains.find(domain.id()).orElseThrow();
    }

    private static Map<String, Object> validity(EnterpriseDomain one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("organizationId", one.id());
        row.put("domain", one.name());
        row.put("validity", Dates.seconds(one.validUntil()));
        return row;
    }

    private Map<String, Object> row(EnterpriseDomain one) {
        var row = validity(one);
        row.put("validity", Dates.exact(one.validUntil()));
        row.put("groupId", one.enterpriseId());
        row.put("isBaseDomain", true);
        enterprises.find(one.enterpriseId()).ifPresent(enterprise -> {
            row.put("organization", enterprise.legalName());
            row.put("country", enterprise.country());
            row.put("locality", enterprise.locality());
            row.put(
                    "validityOV",
                    enterprise.validatedAt() == null
                            ? null
                            : Dates.seconds(enterprise.validatedAt().plus(ORGANISATION_LIFE)));
        });
        return row;
    }

    private static void require(String field, String value) {
        if (value == null || value.isBlank()) {
            throw HaricaError.missing(field);
        }
    }
}
