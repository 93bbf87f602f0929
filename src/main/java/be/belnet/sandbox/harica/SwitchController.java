package be.belnet.sandbox.harica;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What only a sandbox offers: what people do in CertManager's pages, and the end of all log-ins. */
@RestController
class SwitchController {

    private final CertManager certManager;
    private final Enterprises enterprises;
    private final EnterpriseDomains domains;
    private final Sessions sessions;

    SwitchController(CertManager certManager, Enterprises enterprises, EnterpriseDomains domains, Sessions sessions) {
        this.certManager = certManager;
        this.enterprises = enterprises;
        this.domains = domains;
        this.sessions = sessions;
    }

    record Addition(String enterprise, String domain) {}

    /** The enterprise is named by its legal name. */
    @PostMapping("/api/harica/domains")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody Addition request) {
        certManager.run(() -> domains.add(
                enterprises.all().stream()
                        .filter(one -> one.legalName().equals(request.enterprise()))
                        .findFirst()
                        .orElseThrow(() -> new HaricaError(404, "There is no such enterprise"))
                        .id(),
                request.domain()));
    }

    @DeleteMapping("/api/harica/domains")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String domain) {
        certManager.run(() -> domains.remove(domain));
    }

    @PostMapping("/api/harica/lost-sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetSessions() {
        sessions.startAgain();
    }
}
