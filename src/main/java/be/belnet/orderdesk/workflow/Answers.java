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

    /** @throws AnswersRefusedException when the field was left empty */
    public String required(String field) {
        return given(field, text(field), "form.error.required");
    }

    /** @throws AnswersRefusedException when the field was left empty */
    public int requiredNumber(String field) {
        return given(field, (Number) values.get(field), "form.error.required").intValue();
    }

    /** @throws AnswersRefusedException when the field was left empty */
    public LocalDate requiredDate(String field) {
        return given(field, date(field), "form.error.required");
    }

    /**
     * Why, where what was decided needs a reason.
     *
     * @throws AnswersRefusedException when the field {@code reason} was left empty
     */
    public String reason() {
        return given("reason", text("reason"), "form.error.needsReason");
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

    /**
     * The date, today or later; null when the field was left empty.
     *
     * @throws AnswersRefusedException when it is past
     */
    public LocalDate dateFrom(String field, LocalDate today) {
        LocalDate date = date(field);
        if (date != null && date.isBefore(today)) {
            throw new AnswersRefusedException(field, "form.error.dateInPast");
        }
        return date;
    }

    /**
     * The date, today or earlier; null when the field was left empty.
     *
     * @throws AnswersRefusedException when it is ahead
     */
    public LocalDate dateUntil(String field, LocalDate today) {
        LocalDate date = date(field);
        if (date != null && date.isAfter(today)) {
            throw new AnswersRefusedException(field, "form.error.dateInFuture");
        }
        return date;
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

    private static <T> T given(String field, T value, String messageKey) {
        if (value == null) {
            throw new AnswersRefusedException(field, messageKey);
        }
        return value;
    }
}
