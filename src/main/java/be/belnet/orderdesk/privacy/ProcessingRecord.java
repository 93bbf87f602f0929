package be.belnet.orderdesk.privacy;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of processing (GDPR, article 30), in words: made from a table and from the periods that are set. */
@Component
class ProcessingRecord {
    private static final String NONE = "none";

    private final JdbcClient jdbc;
    private final Retention retention;
    private final MessageSource messages;

    ProcessingRecord(JdbcClient jdbc, Retention retention, MessageSource messages) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.messages = messages;
    }

    /** One line, in a reader's language. */
    record Activity(
            String name,
            String purpose,
            String services,
            String ground,
            String categories,
            String recipients,
            String retention,
            String measures) {
        List<String> cells() {
            return List.of(name, purpose, services, ground, categories, recipients, retention, measures);
        }
    }

    List<Activity> all(Locale locale) {
        return read("", List.of(), locale);
    }

    /** What customers of a service are told. */
    List<Activity> of(String service, Locale locale) {
        return read(" where ' ' || services || ' ' like ?", List.of("% " + service + " %"), locale);
    }

    /** The words of the columns. */
    List<String> head(Locale locale) {
        return List.of("activity", "purpose", "services", "ground", "categories", "recipients", "retention", "measures")
                .stream()
                .map(column -> say("privacy.record." + column, locale))
                .toList();
    }

    private List<Activity> read(String where, List<Object> values, Locale locale) {
        return jdbc.sql("select * from processing_activity" + where + " order by position")
                .params(values)
                .query((row, index) -> new Activity(
                        say("privacy.activity." + row.getString("code"), locale),
                        say("privacy.purpose." + row.getString("code"), locale),
                        row.getString("services"),
                        say("privacy.lawful." + row.getString("ground"), locale),
                        list("privacy.category.", row.getString("categories"), locale),
                        list("privacy.recipient.", row.getString("recipients"), locale),
                        period(row.getString("retention"), locale),
                        list("privacy.measure.", row.getString("measures"), locale)))
                .list();
    }

    private String period(String name, Locale locale) {
        Period period = retention.periods().get(name);
        return period == null
                ? say("privacy.period." + name, locale)
                : say("privacy.period." + name, locale, words(period, locale));
    }

    /** Whole years, else days. */
    String words(Period period, Locale locale) {
        return period.getDays() == 0 && period.getMonths() == 0
                ? say("privacy.years", locale, period.getYears())
                : say("privacy.days", locale, Math.toIntExact(period.toTotalMonths() * 30 + period.getDays()));
    }

    private String list(String prefix, String codes, Locale locale) {
        return codes.equals(NONE)
                ? say(prefix + NONE, locale)
                : Arrays.stream(codes.split(" "))
                        .map(code -> say(prefix + code, locale))
                        .collect(Collectors.joining(", "));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
