package be.belnet.sandbox.digicert;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Domains. */
@RestController
@RequestMapping("/digicert/services/v2/domain")
class DomainController {
    private static final Listing<Domain> LISTING = new Listing<Domain>("domains")
            .by("id", Domain::id)
            .by("name", Domain::name)
            .by("is_active", domain -> domain.active() ? 1 : 0)
            .by("dcv_method", Domain::dcvMethod)
            .by("date_created", Domain::dateCreated)
            .by("organization_id", domain -> domain.organization().id())
            .by("container_id", domain -> domain.organization().containerId())
            .by("search", Domain::name);

    private final Inventory inventory;
    private final Clock clock;

    DomainController(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(name = "container_id", required = false) Long container,
            @RequestParam(name = "include_dcv_expiration_time", defaultValue = "false") boolean withExpiration,
            @RequestParam(name = "include_validation", defaultValue = "false") boolean withValidation,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept,
            HttpServletRequest request) {
        var today = LocalDate.now(clock);
        var all = inventory.domains().stream()
                .filter(one -> container == null || one.organization().containerId() == container)
                .toList();
        return LISTING.answer(
                all, ListQuery.of(request), accept, one -> one.entry(withExpiration, withValidation, today));
    }

    @GetMapping("/{id}")
    Map<String, Object> one(
            @PathVariable long id,
            @RequestParam(name = "include_dcv", defaultValue = "false") boolean withDcv,
            @RequestParam(name = "include_validation", defaultValue = "false") boolean withValidation) {
        return inventory
                .domain(id)
                .orElseThrow(() -> DigiCertError.notFound("domain"))
                .details(withDcv, withValidation, LocalDate.now(clock));
    }
}
