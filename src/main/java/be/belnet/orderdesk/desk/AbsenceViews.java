package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTask;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.Meanwhile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Absences in the reader's words. */
@Component
class AbsenceViews {
    private final Absences absences;
    private final CoveredTasks covered;
    private final Meanwhile meanwhile;
    private final OrderFile orders;
    private final AbsenceDesk desk;
    private final EventWords words;
    private final Wording wording;

    AbsenceViews(
            Absences absences,
            CoveredTasks covered,
            Meanwhile meanwhile,
            OrderFile orders,
            AbsenceDesk desk,
            EventWords words,
            Wording wording) {
        this.absences = absences;
        this.covered = covered;
        this.meanwhile = meanwhile;
        this.orders = orders;
        this.desk = desk;
        this.words = words;
        this.wording = wording;
    }

    /**
     * One absence on the list.
     *
     * @param now whether the person is away today
     * @param may whether the reader may end it
     * @param open whether the reader may see what it brought about
     */
    record Line(
            long id,
            String person,
            String from,
            String until,
            String substitute,
            String acting,
            boolean now,
            boolean may,
            boolean open) {}

    /**
     * A task, or what a customer did, of an absence.
     *
     * @param page path of its order; null where it is about none
     * @param customer acronym; null while unknown, or where there is none
     */
    record Happening(String order, String page, String customer, String what, String who, String when) {}

    /** A heading with what belongs below it. */
    record Group(String code, List<Happening> happenings) {}

    List<Line> presentAndComing(String reader, Locale locale) {
        return absences.presentAndComing().stream()
                .map(absence -> line(absence, reader, locale))
                .toList();
    }

    List<Line> over(String reader, Locale locale) {
        return absences.over(reader).stream()
                .map(absence -> line(absence, reader, locale))
                .toList();
    }

    Line line(Absence absence, String reader, Locale locale) {
        boolean now = absence.covers(absences.today());
        String acting = now ? absences.actingFor(absence.user()) : absence.substitute();
        return new Line(
                absence.id(),
                wording.person(absence.user()),
                wording.day(absence.firstDay(), locale),
                wording.day(absence.until(), locale),
                wording.person(absence.substitute()),
                acting.equals(absence.substitute()) ? null : wording.person(acting),
                now,
                desk.may(absence.user(), reader),
                desk.may(absence.user(), reader) || absence.substitute().equals(reader));
    }

    List<Group> groups(Absence absence, Locale locale) {
        List<CoveredTask> tasks = covered.of(absence.id());
        return List.of(
                group("finished", tasks, locale, State.FINISHED),
                group("open", tasks, locale, State.OPEN, State.KEPT),
                group("returned", tasks, locale, State.RETURNED),
                group("elsewhere", tasks, locale, State.MOVED, State.GONE),
                new Group(
                        "answers",
                        meanwhile.answers(absence).stream()
                                .map(event -> happening(event, locale))
                                .toList()));
    }

    private Group group(String code, List<CoveredTask> tasks, Locale locale, State... states) {
        return new Group(
                code,
                tasks.stream()
                        .filter(task -> Arrays.asList(states).contains(task.state()))
                        .map(task -> happening(task, locale))
                        .toList());
    }

    private Happening happening(CoveredTask task, Locale locale) {
        boolean isOrder = orders.find(task.order()).isPresent();
        return new Happening(
                task.order(),
                isOrder ? "/orders/" + task.order() : null,
                customer(task.order()),
                wording.step(task.activity(), locale),
                wording.person(task.substitute()),
                wording.moment(task.settledAt() == null ? task.since() : task.settledAt(), locale));
    }

    private Happening happening(OrderEvent event, Locale locale) {
        return new Happening(
                event.orderNumber(),
                "/orders/" + event.orderNumber(),
                customer(event.orderNumber()),
                words.sentence(event, locale),
                words.actor(event, locale),
                wording.moment(event.at(), locale));
    }

    private String customer(String number) {
        return orders.find(number)
                .flatMap(order -> Optional.ofNullable(order.acronym()))
                .orElse(null);
    }
}
