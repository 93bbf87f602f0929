package be.belnet.sandbox.sectigo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Validation of domains: sectigo-scm.md, section 6, under the paths of both versions. */
@RestController
@RequestMapping({"/sectigo/api/dcv/v1/validation", "/sectigo/api/dcv/v2/validation"})
class ValidationController {

    private static final String[] FILTERS = {"domain", "org", "department", "orderStatus", "dcvStatus", "expiresIn"};

    private final Scm scm;
    private final Domains domains;
    private final Validations validations;
    private final Mails mails;

    ValidationController(Scm scm, Domains domains, Validations validations, Mails mails) {
        this.scm = scm;
        this.domains = domains;
        this.validations = validations;
        this.mails = mails;
    }

    @GetMapping
    ResponseEntity<List<Map<String, Object>>> list(@RequestParam Map<String, String> parameters) {
        var query = new Query(parameters);
        return scm.now(() -> query.asksFor(FILTERS)
                ? query.page(found(query))
                : query.page(domains.count(), (size, position) -> unfiltered(query, size, position)));
    }

    @PostMapping("/status")
    Map<String, Object> status(@RequestBody(required = false) String body) {
        return scm.now(() -> status(validations.validated(Fields.parse(body))));
    }

    @PostMapping("/sync")
    Map<String, Object> sync(@RequestBody(required = false) String body) {
        return scm.now(() -> {
            var entry = validations.validated(Fields.parse(body));
            validations.sync(entry);
            return status(domains.get(entry.id()));
        });
    }

    @PostMapping("/clear")
    Map<String, Object> clear(@RequestBody(required = false) String body) {
        return scm.now(() -> {
            var entry = validations.validated(Fields.parse(body));
            validations.clear(entry);
            return outcome(domains.get(entry.id()));
        });
    }

    @PostMapping("/delete")
    void delete(@RequestBody(required = false) String body) {
        scm.run(() -> validations.delete(validations.validated(Fields.parse(body))));
    }

    @PostMapping("/start/domain/{method:cname|http|https}")
    Map<String, Object> start(@PathVariable String method, @RequestBody(required = false) String body) {
        return scm.now(() -> {
            var entry = validations.open(Fields.parse(body));
            validations.start(entry, Method.inPath(method));
            return new Challenge(entry).shown(Method.inPath(method));
        });
    }

    /** There is nothing to start: the record to publish comes with the answer to the submission. */
    @PostMapping("/start/domain/txt")
    Map<String, Object> startTxt(@RequestBody(required = false) String body) {
        return scm.now(() -> {
            validations.open(Fields.parse(body));
            return Reply.of("message", "Submit the validation to get the record to publish");
        });
    }

    @PostMapping("/start/domain/email")
    Map<String, Object> startEmail(@RequestBody(required = false) String body) {
        return scm.now(() -> {
            var entries = named(Fields.parse(body));
            entries.forEach(entry -> validations.start(entry, Method.EMAIL));
            return Reply.of(
                    "emails", common(entries),
                    "dcvEmails", entries.stream().map(this::emails).toList());
        });
    }

    @PostMapping("/submit/domain/{method:cname|http|https|txt}")
    Map<String, Object> submit(@PathVariable String method, @RequestBody(required = false) String body) {
        return scm.now(() -> {
            var entry = validations.submit(validations.open(Fields.parse(body)), Method.inPath(method));
            var answer = outcome(entry);
            if (entry.orderMethod().equals(Method.TXT.name())) {
                answer.putAll(new Challenge(entry).shown(Method.TXT));
            }
            return answer;
        });
    }

    @PostMapping("/submit/domain/email")
    Map<String, Object> submitEmail(@RequestBody(required = false) String body) {
        var entry = scm.now(() -> submitted(Fields.parse(body)));
        mails.ask(entry);
        var answer = outcome(entry);
        answer.put("emailValidationReferenceNumber", entry.emailReference());
        return answer;
    }

    @PostMapping("/submit-bulk/domain/email")
    Map<String, Object> submitEmails(@RequestBody(required = false) String body) {
        var request = Fields.parse(body);
        var entries = scm.now(() -> named(request).stream()
                .map(entry -> validations.submit(entry, request.text("email", 320)))
                .toList());
        entries.forEach(mails::ask);
        var answer = outcome(entries.get(0));
        answer.remove("status");
        return answer;
    }

    private DomainEntry submitted(Fields request) {
        return validations.submit(validations.open(request), request.text("email", 320));
    }

    /** One domain or many, as the request has it. */
    private List<DomainEntry> named(Fields request) {
        var names = request.texts("domains");
        return names.isEmpty()
                ? List.of(validations.open(request))
                : names.stream()
                        .map(name -> validations.open(Fields.of("domain", name)))
                        .toList();
    }

    private List<String> common(List<DomainEntry> entries) {
        return validations
                .emails(entries.get(0))
                .filter(email -> entries.stream()
                        .allMatch(entry -> validations.emails(entry).anyMatch(email::equals)))
                .toList();
    }

    private Map<String, Object> emails(DomainEntry entry) {
        return Reply.of(
                "domainName", entry.domain(),
                "whoisEmails", List.of(),
                "adminEmails", validations.administrators(entry),
                "dnsTxtEmails", validations.contacts(entry));
    }

    private List<Map<String, Object>> found(Query query) {
        var all = domains.all();
        var byName = all.stream().collect(Collectors.toMap(DomainEntry::name, Function.identity()));
        var delegations = domains.delegations().stream().collect(Collectors.groupingBy(Delegation::domainId));
        return all.stream()
                .filter(one -> query.isIn("domain", one.name()))
                .filter(one -> delegated(query, "org", delegations.getOrDefault(one.id(), List.of())))
                .filter(one -> delegated(query, "department", delegations.getOrDefault(one.id(), List.of())))
                .filter(one -> means(query, "orderStatus", one.orderStatus()))
                .flatMap(one -> row(query, one, name -> Optional.ofNullable(byName.get(name))).stream())
                .toList();
    }

    /** A long list is asked for part by part. */
    private List<Map<String, Object>> unfiltered(Query query, int size, int position) {
        var dates = query.dates(DateStyle.ISO);
        return domains.part(size, position).stream()
                .map(one -> row(one, validations.of(one), dates))
                .toList();
    }

    private static boolean delegated(Query query, String filter, List<Delegation> delegations) {
        return query.number(filter)
                .map(wanted -> delegations.stream().anyMatch(one -> one.orgId() == wanted))
                .orElse(true);
    }

    private static boolean means(Query query, String filter, String constant) {
        return query.text(filter)
                .map(wanted -> Validation.means(wanted, constant))
                .orElse(true);
    }

    private Optional<Map<String, Object>> row(
            Query query, DomainEntry entry, Function<String, Optional<DomainEntry>> find) {
        var validation = validations.of(entry, find);
        return means(query, "dcvStatus", validation.status()) && expiring(query, validation)
                ? Optional.of(row(entry, validation, query.dates(DateStyle.ISO)))
                : Optional.empty();
    }

    private static boolean expiring(Query query, Validation validation) {
        return query.number("expiresIn")
                .map(days -> validation.expiresAt() != null
                        && validation.expiresAt().isBefore(Instant.now().plus(Duration.ofDays(atLeastOne(days)))))
                .orElse(true);
    }

    private static int atLeastOne(int days) {
        if (days < 1) {
            throw SectigoError.invalid("expiresIn");
        }
        return days;
    }

    private Map<String, Object> row(DomainEntry entry, Validation validation, DateStyle dates) {
        return Reply.of(
                "domain", entry.name(),
                "dcvStatus", validations.word(validation.status()),
                "dcvMethod",
                        validation.method() == null ? null : validation.method().name(),
                "dcvOrderStatus", validations.word(entry.orderStatus()),
                "dcvOrderMethod", entry.orderMethod(),
                "expirationDate", dates.write(validation.expiresAt()));
    }

    private Map<String, Object> status(DomainEntry entry) {
        var validation = validations.of(entry);
        var status = Reply.of(
                "status", validations.word(validation.status()),
                "validationDate", DateStyle.ISO.write(validation.validatedAt()),
                "expirationDate", DateStyle.ISO.write(validation.expiresAt()),
                "orderStatus", validations.word(entry.orderStatus()),
                "orderMode", entry.orderMethod(),
                "validationEmail", entry.email(),
                "emailValidationReferenceNumber", entry.emailReference(),
                "orderBackendId", entry.orderBackendId(),
                "submittedDate", DateStyle.ISO.write(entry.submittedAt()),
                "lastCheck", DateStyle.stamp(entry.lastCheck()),
                "nextCheck", DateStyle.stamp(entry.nextCheck()));
        if (entry.orderMethod() != null) {
            status.putAll(new Challenge(entry).shown(Method.valueOf(entry.orderMethod())));
        }
        return status;
    }

    private Map<String, Object> outcome(DomainEntry entry) {
        var status = validations.of(entry).status();
        return Reply.of(
                "status", validations.word(status),
                "orderStatus", validations.word(entry.orderStatus()),
                "message", message(status, entry.orderStatus()),
                "orderBackendId", entry.orderBackendId());
    }

    private static String message(String status, String orderStatus) {
        return "DCV status: %s; DCV order status: %s"
                .formatted(Validation.label(status), Validation.label(orderStatus))
                .toLowerCase(Locale.ROOT);
    }
}
