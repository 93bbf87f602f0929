package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What must never be called in a migration: certificates stay valid until they expire. It works, and the ledger counts it,
 * so that its absence there proves something.
 */
@RestController
@RequestMapping("/digicert/services/v2")
class RevocationController {
    private final Inventory inventory;
    private final Clock clock;

    RevocationController(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @PutMapping("/order/certificate/{id}/revoke")
    ResponseEntity<?> revokeOrder(@PathVariable String id, @RequestBody(required = false) Map<String, Object> asked) {
        return revoke(inventory.order(id).orElseThrow(() -> DigiCertError.notFound("order")), asked);
    }

    @PutMapping("/certificate/{id}/revoke")
    ResponseEntity<?> revokeCertificate(
            @PathVariable long id, @RequestBody(required = false) Map<String, Object> asked) {
        return revoke(inventory.ofCertificate(id).orElseThrow(() -> DigiCertError.notFound("certificate")), asked);
    }

    private ResponseEntity<?> revoke(Order order, Map<String, Object> asked) {
        if (!order.issued()) {
            throw DigiCertError.badRequest("Only issued certificates can be revoked.");
        }
        inventory.revoke(order, Inventory.BY_CALLER);
        if (asked != null && Boolean.TRUE.equals(asked.get("skip_approval"))) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(object(
                        "id",
                        order.id() + 1,
                        "date",
                        Dates.moment(OffsetDateTime.now(clock)),
                        "type",
                        "revoke",
                        "status",
                        "approved"));
    }
}
