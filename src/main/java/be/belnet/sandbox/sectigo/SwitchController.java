package be.belnet.sandbox.sectigo;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What only a sandbox offers: another spelling of statuses, and an answer to the mails about domains. */
@RestController
class SwitchController {

    private final Scm scm;
    private final Validations validations;

    SwitchController(Scm scm, Validations validations) {
        this.scm = scm;
        this.validations = validations;
    }

    @PutMapping("/api/sectigo/labels")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendLabels(@RequestBody Map<String, Boolean> request) {
        validations.sendLabels(request.getOrDefault("on", true));
    }

    @PostMapping("/api/sectigo/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody Map<String, String> request) {
        scm.run(() -> validations.confirm(request.getOrDefault("reference", "")));
    }
}
