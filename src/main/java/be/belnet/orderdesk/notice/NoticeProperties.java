package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.calendar.WorkingDays;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How Belnet reads what its contracts say about notice; application.yaml says what each is for. */
@Validated
@ConfigurationProperties("orderdesk.notice")
record NoticeProperties(
        @Valid @NotNull Contract contract,
        @Valid @NotNull Dcs dcs,
        @Valid @NotNull Notification notification,
        @Valid @NotNull Trial trial,
        @Valid @NotNull WorkingDay workingDay,
        @NotNull ZoneId zone) {

    record Contract(
            @NotNull ContractReading reading, @Positive int noticeMonths) {}

    record Dcs(@NotNull FirstYear firstYear) {}

    record Notification(@NotNull NotificationDate date) {}

    record Trial(@Positive int noticeWorkingDays) {}

    /** @param extraClosingDays month and day, such as 11-15; null for none */
    record WorkingDay(boolean saturday, List<String> extraClosingDays) {
        WorkingDay {
            extraClosingDays = extraClosingDays == null ? List.of() : List.copyOf(extraClosingDays);
            extraClosingDays.forEach(WorkingDay::day);
        }

        WorkingDays days() {
            return new WorkingDays(
                    saturday, extraClosingDays.stream().map(WorkingDay::day).collect(Collectors.toUnmodifiableSet()));
        }

        private static MonthDay day(String given) {
            try {
                return MonthDay.parse("--" + given);
            } catch (DateTimeParseException noDay) {
                throw new IllegalArgumentException(
                        "orderdesk.notice.working-day.extra-closing-days: not a month and day such as 11-15: " + given,
                        noDay);
            }
        }
    }

    /** What a notice is judged by now; a case keeps it, so that a later change of settings never moves its dates. */
    NoticeTerms terms() {
        return new NoticeTerms(
                contract.reading(),
                contract.noticeMonths(),
                dcs.firstYear(),
                notification.date(),
                trial.noticeWorkingDays(),
                workingDay.days());
    }
}
