package be.belnet.orderdesk.team;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.time.WrittenDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what a morning's mail tells somebody, in that person's language. */
@Component
class DigestWriter {
    private static final Duration BEFORE_THE_FIRST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final Tasks tasks;
    private final CoveredTasks covered;
    private final Absences absences;
    private final Meanwhile meanwhile;
    private final OrderFile orders;
    private final StaffDirectory staff;
    private final MessageSource messages;
    private final Clock clock;
    private final String address;

    DigestWriter(
            Tasks tasks,
            CoveredTasks covered,
            Absences absences,
            Meanwhile meanwhile,
            OrderFile orders,
            StaffDirectory staff,
            MessageSource messages,
            Clock clock,
            @Value("${orderdesk.address}") String address) {
        this.tasks = tasks;
        this.covered = covered;
        this.absences = absences;
        this.meanwhile = meanwhile;
        this.orders = orders;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
        this.address = address;
    }

    Digest of(StaffSetting person) {
        Instant startOfToday = start(absences.today());
        Instant tomorrow = start(absences.today().plusDays(1));
        Locale language = Locale.forLanguageTag(person.language());
        List<DueTask> due = tasks.due(person.user(), tomorrow);
        return new Digest(
                lines(due, task -> !task.due().isBefore(startOfToday), language),
                lines(due, task -> task.due().isBefore(startOfToday), language),
                answered(person),
                covering(person.user(), language),
                tasks.unclaimedDue(staff.groupIdsOf(person.user()), tomorrow),
                back(person));
    }

    String tasklist() {
        return address + "/camunda/app/tasklist/default/";
    }

    String settings() {
        return address + "/settings";
    }

    private Map<String, String> lines(List<DueTask> due, Predicate<DueTask> which, Locale language) {
        Map<String, String> lines = new LinkedHashMap<>();
        due.stream()
                .filter(which)
                .forEach(task -> lines.putIfAbsent(
                        line(
                                "due",
                                language,
                                about(task.order()),
                                step(task.activity(), language),
                                day(task.due(), language)),
                        link(task.task())));
        return lines;
    }

    private Map<String, String> answered(StaffSetting person) {
        Instant now = clock.instant();
        Instant last = Optional.ofNullable(person.digestedAt()).orElse(now.minus(BEFORE_THE_FIRST));
        Instant since = last.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : last;
        Map<String, String> lines = new LinkedHashMap<>();
        for (OrderEvent event : meanwhile.answers(person.user(), since, now)) {
            String number = event.orderNumber();
            lines.putIfAbsent(about(number), address + "/orders/" + number);
        }
        return lines;
    }

    private Map<String, String> covering(String user, Locale language) {
        Map<String, String> lines = new LinkedHashMap<>();
        covered.open().stream()
                .filter(task -> task.substitute().equals(user))
                .forEach(task -> lines.putIfAbsent(
                        line(
                                "covered",
                                language,
                                about(task.order()),
                                step(task.activity(), language),
                                name(task.absent())),
                        link(task.task())));
        return lines;
    }

    /** Of an absence that ended since the last mail: a weekend, too, may lie between. */
    private String back(StaffSetting person) {
        LocalDate last = Optional.ofNullable(person.digestedAt())
                .map(at -> LocalDate.ofInstant(at, BRUSSELS))
                .orElse(absences.today().minusDays(LONGEST.toDays()));
        return absences.over(person.user()).stream()
                .filter(absence -> !absence.lastDay().isBefore(absence.firstDay()))
                .filter(absence -> !absence.lastDay().isBefore(last))
                .map(absence -> address + "/absences/" + absence.id())
                .findFirst()
                .orElse("");
    }

    private String about(String number) {
        return orders.find(number)
                .map(Order::acronym)
                .map(acronym -> number + " " + acronym)
                .orElse(number);
    }

    private String line(String of, Locale language, Object... parts) {
        return messages.getMessage("digest.line." + of, parts, language);
    }

    private String link(String task) {
        return tasklist() + "#/?task=" + task;
    }

    private String name(String user) {
        return staff.find(user).map(StaffMember::name).orElse(user);
    }

    private String step(String activity, Locale language) {
        String task = messages.getMessage("task." + activity + ".name", null, activity, language);
        return messages.getMessage("step." + activity, null, task, language);
    }

    private static String day(Instant at, Locale language) {
        return WrittenDates.shortWeekday(LocalDate.ofInstant(at, BRUSSELS), language);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }
}
