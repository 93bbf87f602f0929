package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.Covering;
import be.belnet.orderdesk.team.NewAbsence;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Absences as people enter and end them: each their own, managers everybody's. */
@Service
class AbsenceDesk {
    private final Absences absences;
    private final Covering covering;
    private final StaffDirectory staff;
    private final Caller caller;

    AbsenceDesk(Absences absences, Covering covering, StaffDirectory staff, Caller caller) {
        this.absences = absences;
        this.covering = covering;
        this.staff = staff;
        this.caller = caller;
    }

    /**
     * An absence as a page or the API sends it.
     *
     * @param person user id; blank for one's own
     * @param firstDay ISO date
     * @param lastDay ISO date, inclusive
     */
    record Request(String person, String firstDay, String lastDay, String substitute) {}

    /** @throws AnswersRefusedException saying what is wrong */
    Absence enter(Request request, String userId) {
        String person = blank(request.person()) ? userId : request.person().strip();
        requireMay(person, userId);
        if (blank(request.substitute())) {
            throw new AnswersRefusedException("substitute", "form.error.required");
        }
        var wanted = new NewAbsence(
                person,
                day("firstDay", request.firstDay()),
                day("lastDay", request.lastDay()),
                request.substitute().strip());
        long id = absences.enter(wanted, userId);
        covering.bringUpToDate();
        return get(id);
    }

    /** @throws AccessDeniedException when it is another's, and the person does not decide on those */
    void end(long id, String userId) {
        requireMay(get(id).user(), userId);
        absences.end(id);
        covering.bringUpToDate();
    }

    /** @throws ResponseStatusException not found, when there is none */
    Absence get(long id) {
        return absences.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What it brought about is for whom it concerns, and for managers. */
    Absence toShow(long id, String userId) {
        Absence absence = get(id);
        if (!absence.substitute().equals(userId)) {
            requireMay(absence.user(), userId);
        }
        return absence;
    }

    boolean may(String person, String userId) {
        return person.equals(userId) || caller.mayDecide(userId);
    }

    boolean mayForOthers(String userId) {
        return caller.mayDecide(userId);
    }

    List<StaffMember> people() {
        return staff.workers();
    }

    private void requireMay(String person, String userId) {
        if (!may(person, userId)) {
            throw new AccessDeniedException("not a manager");
        }
    }

    private static LocalDate day(String field, String given) {
        if (blank(given)) {
            throw new AnswersRefusedException(field, "form.error.required");
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException noDate) {
            throw new AnswersRefusedException(field, "form.error.notADate");
        }
    }

    private static boolean blank(String given) {
        return given == null || given.isBlank();
    }
}
