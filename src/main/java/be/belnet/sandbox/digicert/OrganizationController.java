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

/** Organisations. */
@RestController
@RequestMapping("/digicert/services/v2/organization")
class OrganizationController {
    private static final Listing<Organization> LISTING = new Listing<Organization>("organizations")
            .by("id", Organization::id)
            .by("status", Organization::status)
            .by("name", Organization::name)
            .by("display_name", Organization::displayName)
            .by("assumed_name", Organization::assumedName)
            .by("city", Organization::city)
            .by("country", Organization::country)
            .by("container_id", Organization::containerId)
            .by("search", Organization::name);

    private final Inventory inventory;
    private final Clock clock;

    OrganizationController(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(name = "container_id", required = false) Long container,
            @RequestParam(name = "include_validation", defaultValue = "false") boolean withValidation,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept,
            HttpServletRequest request) {
        var today = LocalDate.now(clock);
        var all = inventory.organizations().stream()
                .filter(one -> container == null || one.containerId() == container)
                .toList();
        return LISTING.answer(all, ListQuery.of(request), accept, one -> one.entry(withValidation, today));
    }

    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable long id) {
        return inventory
                .organization(id)
                .orElseThrow(() -> DigiCertError.notFound("organization"))
                .details(LocalDate.now(clock));
    }
}
