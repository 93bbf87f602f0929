package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.time.WrittenDates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the desk writes moments, days, people and steps, in the reader's language and the time of Brussels. */
@Component
class Wording {
    private final MessageSource messages;
    private final StaffDirectory staff;

    Wording(MessageSource messages, StaffDirectory staff) {
        this.messages = messages;
        this.staff = staff;
    }

    /** Empty for null. */
    String moment(Instant at, Locale locale) {
        return at == null ? "" : WrittenDates.shortMoment(at, locale);
    }

    /** Empty for null. */
    String day(Instant at, Locale locale) {
        return at == null ? "" : day(at.atZone(BRUSSELS).toLocalDate(), locale);
    }

    /** ISO date, for machines and spreadsheets; empty for null. */
    static String isoDay(Instant at) {
        return at == null ? "" : at.atZone(BRUSSELS).toLocalDate().toString();
    }

    /** An ISO date, or date with time, of Brussels; anything else stays as it is. */
    String date(String value, Locale locale) {
        try {
            return value.contains("T")
                    ? WrittenDates.shortMoment(LocalDateTime.parse(value), locale)
                    : day(LocalDate.parse(value), locale);
        } catch (DateTimeParseException noDate) {
            return value;
        }
    }

    /** Opening days with one decimal. */
    static BigDecimal days(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.toMinutes())
                .divide(BigDecimal.valueOf(Duration.ofDays(1).toMinutes()), 1, RoundingMode.HALF_UP);
    }

    String days(Duration elapsed, Locale locale) {
        NumberFormat oneDecimal = NumberFormat.getInstance(locale);
        oneDecimal.setMinimumFractionDigits(1);
        oneDecimal.setMaximumFractionDigits(1);
        return oneDecimal.format(days(elapsed));
    }

    /** Name of a staff member; the id where nobody has it. */
    String person(String userId) {
        return staff.find(userId).map(StaffMember::name).orElse(userId);
    }

    String task(OpenTask task, Locale locale) {
        return messages.getMessage("task." + task.definitionKey() + ".name", null, task.name(), locale);
    }

    /** What happens at an element of a model. */
    String step(String activity, Locale locale) {
        return messages.getMessage(
                "step." + activity,
                null,
                messages.getMessage("task." + activity + ".name", null, activity, locale),
                locale);
    }

    String group(String id, Locale locale) {
        return messages.getMessage("group." + id, null, id, locale);
    }

    /** The words of a message key, or the value itself where it is none. */
    String value(String keyOrValue, Locale locale) {
        return messages.getMessage(keyOrValue, null, keyOrValue, locale);
    }

    /** The words of a message key with their arguments. */
    String value(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale);
    }

    String day(LocalDate day, Locale locale) {
        return WrittenDates.shortDay(day, locale);
    }
}
