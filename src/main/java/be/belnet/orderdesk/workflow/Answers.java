package be.belnet.orderdesk.workflow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers that passed their form: known fields only, of the right type, within their limits. Empty text is absent. */
public final class Answers {
    private final Map<String, Object> values;

    public Answers(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Every answer by field, for those who keep answers as they are: text, number, flag or list of texts. */
    public Map<String, Object> all() {
        return values;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Stripped text, or null when the field was left empty. */
    public String text(String field) {
        return (String) values.get(field);
    }

    /** The number, or {@code otherwise} when the field was left empty. */
    public int number(String field, int otherwise) {
        Object value = values.get(field);
        return value == null ? otherwise : ((Number) value).intValue();
    }

    /** The box, or {@code otherwise} when the form was sent without it. */
    public boolean flag(String field, boolean otherwise) {
        Object value = values.get(field);
        return value == null ? otherwise : (Boolean) value;
    }

    /** The date, or null when the field was left empty. */
    public LocalDate date(String field) {
        String value = text(field);
        return value == null ? null : LocalDate.parse(value);
    }

    /** Date and time of Brussels, or null when the field was left empty. */
    public LocalDateTime dateTime(String field) {
        String value = text(field);
        return value == null ? null : LocalDateTime.parse(value);
    }

    /** Boxes ticked in a checklist, in the order they came. */
    @SuppressWarnings("unchecked")
    public Set<String> choices(String field) {
        return new LinkedHashSet<>((List<String>) values.getOrDefault(field, List.of()));
    }
}
