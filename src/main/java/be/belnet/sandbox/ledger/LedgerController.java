package be.belnet.sandbox.ledger;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/ledger}: all entries, oldest first, for an auditor or a test. */
@RestController
class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/ledger")
    Entries entries(@RequestParam(required = false) String partner, @RequestParam(required = false) String reference) {
        return new Entries(ledger.calls(partner, reference), ledger.effects(partner, reference));
    }

    record Entries(List<Call> calls, List<Effect> effects) {}
}
