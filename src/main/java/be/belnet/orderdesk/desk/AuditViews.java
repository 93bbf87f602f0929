package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.Decision;
import be.belnet.orderdesk.order.OrderFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells decisions in words. */
@Component
class AuditViews {
    private static final String BETWEEN = ", ";

    private final Wording wording;
    private final OrderFile orders;

    AuditViews(Wording wording, OrderFile orders) {
        this.wording = wording;
        this.orders = orders;
    }

    /**
     * One line of the page.
     *
     * @param link to the order; null where it is about something else
     */
    record Line(
            String at,
            String kind,
            String kindWords,
            String act,
            String about,
            String link,
            String actor,
            String roles,
            List<Value> values,
            List<Decision.Paper> documents) {}

    /** @param label with the sign that leads to the value */
    record Value(String label, String value) {}

    Line line(Decision decision, Locale locale) {
        return new Line(
                wording.moment(decision.at(), locale),
                decision.kind().code(),
                kind(decision, locale),
                act(decision, locale),
                decision.about(),
                orders.find(decision.about())
                        .map(order -> "/orders/" + order.number())
                        .orElse(null),
                wording.person(decision.actor()),
                roles(decision, locale),
                values(decision, locale),
                decision.documents());
    }

    String kind(Decision decision, Locale locale) {
        return wording.value("audit.kind." + decision.kind().code(), locale);
    }

    String act(Decision decision, Locale locale) {
        String key = decision.act().contains("-") ? taskName(decision.act()) : "audit.act." + decision.act();
        return wording.value(key, locale);
    }

    String roles(Decision decision, Locale locale) {
        return decision.roles().stream()
                .map(group -> wording.group(group, locale))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Choices, numbers and days first, then what was typed. */
    List<Value> values(Decision decision, Locale locale) {
        return Stream.concat(
                        decision.facts().entrySet().stream()
                                .map(fact -> new Value(
                                        led(label(decision, fact, locale), locale), value(decision, fact, locale))),
                        decision.words().entrySet().stream()
                                .map(said -> new Value(led(label(decision, said, locale), locale), said.getValue())))
                .toList();
    }

    /** A question leads to its answer by itself. */
    private String led(String label, Locale locale) {
        return label.endsWith("?") ? label : wording.value("audit.label", locale, label);
    }

    private String label(Decision decision, Map.Entry<String, String> value, Locale locale) {
        String key = "form." + decision.act() + "." + value.getKey();
        return Stream.of(key, key + ".date")
                .filter(one -> !wording.value(one, locale).equals(one))
                .findFirst()
                .map(one -> wording.value(one, locale))
                .orElseGet(() -> wording.value("audit.field." + value.getKey(), locale));
    }

    private String value(Decision decision, Map.Entry<String, String> fact, Locale locale) {
        return Arrays.stream(fact.getValue().split(BETWEEN))
                .map(one -> option(decision, fact.getKey(), one, locale))
                .collect(Collectors.joining(BETWEEN));
    }

    private String option(Decision decision, String field, String value, Locale locale) {
        String key = "form.%s.%s.%s".formatted(decision.act(), field, value);
        String words = wording.value(key, locale);
        return words.equals(key) ? flag(value, locale) : words;
    }

    private String flag(String value, Locale locale) {
        return value.equals("true") || value.equals("false")
                ? wording.value("audit.flag." + value, locale)
                : wording.date(value, locale);
    }

    /** Forms are called like their tasks. */
    private static String taskName(String form) {
        String[] words = form.split("-");
        return Arrays.stream(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "task.userTask_" + words[0], ".name"));
    }
}
