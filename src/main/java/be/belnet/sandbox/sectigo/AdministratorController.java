package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.faults.LookUps;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of administrators, as published clients call them; the texts of its refusals are guesses. */
@RestController
@RequestMapping("/sectigo/api/admin/v1")
class AdministratorController {

    private final Scm scm;
    private final Administrators administrators;
    private final Mails mails;
    private final LookUps lookUps;

    AdministratorController(Scm scm, Administrators administrators, Mails mails, LookUps lookUps) {
        this.scm = scm;
        this.administrators = administrators;
        this.mails = mails;
        this.lookUps = lookUps;
    }

    @GetMapping
    ResponseEntity<List<Map<String, Object>>> list(@RequestParam Map<String, String> parameters) {
        var query = new Query(parameters);
        return scm.now(
                () -> query.page(lookUps.shown(found(query), Administrator::createdAt, Administrator::twin).stream()
                        .map(AdministratorController::summary)
                        .toList()));
    }

    @GetMapping("/{id}")
    Map<String, Object> details(@PathVariable int id) {
        return scm.now(() -> details(administrators.get(id)));
    }

    @PostMapping
    ResponseEntity<Void> create(@RequestBody(required = false) String body) {
        var made = scm.now(() -> administrators.create(Fields.parse(body)));
        mails.welcome(made);
        return Scm.created("/admin/v1/" + made.id());
    }

    @PutMapping("/{id}")
    void update(@PathVariable int id, @RequestBody(required = false) String body) {
        scm.run(() -> administrators.update(administrators.get(id), Fields.parse(body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id) {
        scm.run(() -> administrators.delete(administrators.get(id)));
    }

    private List<Administrator> found(Query query) {
        return administrators.all().stream()
                .filter(one -> query.isIn("login", one.login()))
                .filter(one -> query.isIn("email", one.email()))
                .filter(one -> query.is("activeState", "ACTIVE"))
                .filter(one -> query.number("orgId")
                        .map(wanted -> administrators.credentials(one.id()).stream()
                                .anyMatch(credential -> wanted.equals(credential.orgId())))
                        .orElse(true))
                .toList();
    }

    private static Map<String, Object> summary(Administrator one) {
        return Reply.of(
                "id", one.id(),
                "type", "STANDARD",
                "login", one.login(),
                "email", one.email(),
                "forename", one.forename(),
                "surname", one.surname(),
                "activeState", "ACTIVE");
    }

    private Map<String, Object> details(Administrator one) {
        var details = summary(one);
        details.putAll(Reply.of(
                "status", "Active",
                "phone", one.telephone(),
                "created", DateStyle.stamp(one.createdAt()),
                "credentials",
                        administrators.credentials(one.id()).stream()
                                .map(credential -> Reply.of("role", credential.role(), "orgId", credential.orgId()))
                                .toList()));
        return details;
    }
}
