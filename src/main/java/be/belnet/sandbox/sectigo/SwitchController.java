package be.belnet.sandbox.sectigo;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What only a sandbox offers: another spelling of statuses, the outcome of checks, an answer to mails about domains. */
@RestController
class SwitchController {

    private final Scm scm;
    private final Validations validations;
    private final Organisations organisations;

    SwitchController(Scm scm, Validations validations, Organisations organisations) {
        this.scm = scm;
        this.validations = validations;
        this.organisations = organisations;
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

    @PostMapping("/api/sectigo/refused-organisations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@RequestBody Map<String, String> request) {
        scm.run(() -> organisations.refuse(request.getOrDefault("name", "")));
    }

    @PostMapping("/api/sectigo/validated-organisations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void validate(@RequestBody Map<String, String> request) {
        scm.run(() -> organisations.validate(request.getOrDefault("name", "")));
    }
}
