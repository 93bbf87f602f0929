package be.belnet.sandbox.harica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates, up to their approval by a second person: harica.md, section 4. A wildcard is a flag of a name. */
@RestController
@RequestMapping("/harica/api")
class TransactionController {

    private static final Set<String> TYPES = Set.of("DV", "OV");

    private final CertManager certManager;
    private final Transactions transactions;
    private final ObjectMapper json;

    TransactionController(CertManager certManager, Transactions transactions, ObjectMapper json) {
        this.certManager = certManager;
        this.transactions = transactions;
        this.json = json;
    }

    record Name(String domain) {}

    record Chosen(String id) {}

    @PostMapping("/ServerCertificate/CheckDomainNames")
    List<Map<String, Object>> check(@RequestBody List<Name> names) {
        return certManager.now(
                () -> names.stream().map(name -> checked(name.domain())).toList());
    }

    @PostMapping("/ServerCertificate/RequestServerCertificate")
    Map<String, Object> request(
            @RequestAttribute(Doorkeeper.CALLER) String caller,
            @RequestParam String domains,
            @RequestParam String csr,
            @RequestParam String transactionType) {
        if (!TYPES.contains(transactionType) || !csr.contains("CERTIFICATE REQUEST")) {
            throw HaricaError.refused("transactionType or csr is not what this call takes");
        }
        var id = certManager.now(() -> transactions.create(caller, names(domains), transactionType));
        return Map.of("id", id, "requiresConsentKey", false);
    }

    @PostMapping("/ServerCertificate/GetMyTransactions")
    List<Map<String, Object>> own(@RequestAttribute(Doorkeeper.CALLER) String caller) {
        return certManager.now(() -> transactions.all().stream()
                .filter(one -> one.requester().equals(caller))
                .map(TransactionController::shown)
                .toList());
    }

    @PostMapping("/OrganizationValidatorSSL/GetSSLReviewableTransactions")
    List<Map<String, Object>> reviews() {
        return certManager.now(() -> transactions.all().stream()
                .filter(Transaction::pending)
                .map(TransactionController::withReview)
                .toList());
    }

    @PostMapping("/OrganizationValidatorSSL/UpdateReviews")
    void review(
            @RequestAttribute(Doorkeeper.CALLER) String caller,
            @RequestParam String reviewId,
            @RequestParam boolean isValid) {
        certManager.run(() -> transactions.review(caller, reviewId, isValid));
    }

    @PostMapping("/Transaction/CancelTransaction")
    void cancel(@RequestAttribute(Doorkeeper.CALLER) String caller, @RequestBody Chosen transaction) {
        certManager.run(() -> transactions.cancel(caller, transaction.id()));
    }

    private Map<String, Object> checked(String name) {
        var domain = transactions.validated(name);
        var row = new LinkedHashMap<String, Object>();
        row.put("domain", name);
        row.put("isValid", true);
        row.put("isPrevalidated", domain.isPresent());
        row.put("isWildcard", Transactions.wildcard(name));
        row.put("canRequestOV", domain.map(transactions::organisationValidated).orElse(false));
        row.put("errorMessage", "");
        return row;
    }

    private List<String> names(String domains) {
        try {
            var names = Arrays.stream(json.readValue(domains, Name[].class))
                    .map(Name::domain)
                    .toList();
            if (names.isEmpty() || names.stream().anyMatch(Objects::isNull)) {
                throw HaricaError.missing("domains");
            }
            return names;
        } catch (JsonProcessingException broken) {
            throw HaricaError.refused("domains is not JSON");
        }
    }

    private static Map<String, Object> shown(Transaction one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("transactionId", one.id());
        row.put("transactionStatus", one.status());
        row.put("isRevoked", false);
        row.put(
                "domains",
                one.names().stream().map(name -> Map.of("fqdn", name)).toList());
        return row;
    }

    private static Map<String, Object> withReview(Transaction one) {
        var row = shown(one);
        row.put(
                "reviewGetDTOs",
                List.of(Map.of("reviewId", one.reviewId(), "isReviewed", false, "reviewValue", one.domains())));
        return row;
    }
}
