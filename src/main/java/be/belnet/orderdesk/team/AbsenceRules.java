package be.belnet.orderdesk.team;

import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which absences can be entered: each has a substitute who may do the work, and nobody ends up standing in for themselves. */
@Component
class AbsenceRules {
    private static final int LONGEST_DAYS = 366;
    private static final String USER = "absentPerson";
    private static final String SUBSTITUTE = "substitute";

    private final AbsenceRows rows;
    private final StaffDirectory staff;

    AbsenceRules(AbsenceRows rows, StaffDirectory staff) {
        this.rows = rows;
        this.staff = staff;
    }

    /** @throws AnswersRefusedException saying what is wrong */
    void check(NewAbsence absence, LocalDate today) {
        requireKnown(USER, absence.user());
        requireKnown(SUBSTITUTE, absence.substitute());
        requireDays(absence, today);
        if (absence.user().equals(absence.substitute())) {
            throw new AnswersRefusedException(SUBSTITUTE, "form.error.ownSubstitute");
        }
        requireGroups(absence);
        rows.overlapping(absence.user(), absence.firstDay(), absence.lastDay()).stream()
                .findFirst()
                .ifPresent(there -> refuse("form.error.absentAlready", there.firstDay(), there.lastDay()));
        if (leadsBack(absence.substitute(), absence, new HashSet<>())) {
            refuse("form.error.substitutesInACircle", name(absence.substitute()), name(absence.user()));
        }
    }

    private void requireKnown(String field, String user) {
        if (staff.find(user).isEmpty()) {
            throw new AnswersRefusedException(field, "form.error.notAnOption");
        }
    }

    private static void requireDays(NewAbsence absence, LocalDate today) {
        if (absence.lastDay().isBefore(absence.firstDay())) {
            throw new AnswersRefusedException("lastDay", "form.error.beforeFirstDay");
        }
        if (absence.lastDay().isBefore(today)) {
            throw new AnswersRefusedException("lastDay", "form.error.dateInPast");
        }
        if (absence.firstDay().plusDays(LONGEST_DAYS).isBefore(absence.lastDay())
                || today.plusDays(LONGEST_DAYS).isBefore(absence.firstDay())) {
            throw new AnswersRefusedException("lastDay", "form.error.tooFarAhead");
        }
    }

    /** Who stands in belongs to the groups whose tasks the person has. */
    private void requireGroups(NewAbsence absence) {
        Set<StaffGroup> theirs = staff.groupsOf(absence.substitute());
        staff.groupsOf(absence.user()).stream()
                .filter(StaffGroup.WORKERS::contains)
                .filter(group -> !theirs.contains(group))
                .findFirst()
                .ifPresent(
                        group -> refuse("form.error.substituteOfOtherGroup", name(absence.substitute()), group.id()));
    }

    /** Whether the work would come back to whom it leaves, on any day that all absences on its way have in common. */
    private boolean leadsBack(String to, NewAbsence absence, Set<Long> seen) {
        return rows.overlapping(to, absence.firstDay(), absence.lastDay()).stream()
                .filter(next -> seen.add(next.id()))
                .anyMatch(next -> next.substitute().equals(absence.user())
                        || leadsBack(next.substitute(), narrowed(absence, next), seen));
    }

    private static NewAbsence narrowed(NewAbsence absence, Absence next) {
        return new NewAbsence(
                absence.user(),
                absence.firstDay().isAfter(next.firstDay()) ? absence.firstDay() : next.firstDay(),
                absence.lastDay().isBefore(next.lastDay()) ? absence.lastDay() : next.lastDay(),
                absence.substitute());
    }

    private String name(String user) {
        return staff.find(user).orElseThrow().name();
    }

    private static void refuse(String messageKey, Object... arguments) {
        throw new AnswersRefusedException(List.of(new Refusal(SUBSTITUTE, messageKey, arguments)));
    }
}
