package be.belnet.sandbox.digicert;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What only a sandbox offers: DigiCert itself ends certificates, as it did with those of many customers in July 2020. */
@RestController
class SwitchController {
    private final Inventory inventory;

    SwitchController(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Of one organisation, named as its customers or as its law does, or of all. */
    @PostMapping("/api/digicert/ended-certificates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestBody(required = false) Map<String, String> request) {
        var organisation = request == null ? null : request.get("organisation");
        if (organisation != null && inventory.organizations().stream().noneMatch(one -> one.isCalled(organisation))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "organisation: not one of DigiCert's");
        }
        inventory.endRunning(one -> organisation == null || one.isCalled(organisation));
    }
}
