package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.AbsenceDesk.Request;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences for machines, such as where leave is asked for: {@code openapi.json} describes it. */
@RestController
class AbsencesApi {
    private final AbsenceDesk desk;
    private final Absences absences;

    AbsencesApi(AbsenceDesk desk, Absences absences) {
        this.desk = desk;
        this.absences = absences;
    }

    /** @param acting who has the work today: the person while they are there */
    record AbsenceResource(
            long id, String person, LocalDate firstDay, LocalDate lastDay, String substitute, String acting) {}

    @GetMapping("/api/absences")
    List<AbsenceResource> presentAndComing() {
        return absences.presentAndComing().stream().map(this::resource).toList();
    }

    @PostMapping("/api/absences")
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceResource enter(@RequestBody Map<String, Object> body, Principal user) {
        var request = new Request(
                text(body.get("person")),
                text(body.get("firstDay")),
                text(body.get("lastDay")),
                text(body.get("substitute")));
        return resource(desk.enter(request, user.getName()));
    }

    @DeleteMapping("/api/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, Principal user) {
        desk.end(id, user.getName());
    }

    private AbsenceResource resource(Absence absence) {
        return new AbsenceResource(
                absence.id(),
                absence.user(),
                absence.firstDay(),
                absence.lastDay(),
                absence.substitute(),
                absences.actingFor(absence.user()));
    }

    private static String text(Object given) {
        return given == null ? "" : given.toString();
    }
}
