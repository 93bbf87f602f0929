package be.belnet.orderdesk.workflow;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.IDN;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One input field of a form, and what it lets through. */
record FormField(String key, String type, String label, boolean serverOptions, JsonNode definition) {
    private static final Pattern EMAIL = Pattern.compile(
            "(?=[^@]{1,64}@)[A-Za-z0-9_%+'-]+(?:\\.[A-Za-z0-9_%+'-]+)*@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,38}");
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    /** A year beyond these is a slip of the keyboard, and beyond some the database has no place for it. */
    private static final ValueRange YEARS = ValueRange.of(1900, 2199);

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "expression");

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText()) && component.hasNonNull("key");
    }

    static FormField of(JsonNode component) {
        String label =
                component.path("label").asText(component.path("dateLabel").asText(""));
        return new FormField(
                component.get("key").asText(),
                component.get("type").asText(),
                label.startsWith("@") ? label.substring(1) : null,
                component.path("properties").path("options").asText().equals("server"),
                component);
    }

    /** Whether the form works it out itself. */
    boolean isComputed() {
        return type.equals("expression");
    }

    boolean isRequired() {
        return definition.path("validate").path("required").asBoolean();
    }

    /**
     * The answer in its proper type; null when it was left empty.
     *
     * @param options values offered; null when the form itself lists them
     * @throws AnswersRefusedException when the answer is outside what the field takes
     */
    Object read(Object answer, Set<String> options) {
        return switch (type) {
            case "number" -> number(answer);
            case "checkbox" -> flag(answer);
            case "checklist", "taglist" -> choices(answer, options);
            case "radio", "select" -> choice(answer, options);
            case "datetime" -> moment(answer);
            default -> text(answer);
        };
    }

    private Object text(Object answer) {
        String text = plainText(answer);
        if (text == null) {
            return null;
        }
        JsonNode limits = definition.path("validate");
        if (limits.has("maxLength") && text.length() > limits.get("maxLength").asInt()) {
            throw refused("form.error.tooLong", limits.get("maxLength").asInt());
        }
        if (limits.has("minLength") && text.length() < limits.get("minLength").asInt()) {
            throw refused("form.error.tooShort", limits.get("minLength").asInt());
        }
        if (limits.has("pattern") && !text.matches(limits.get("pattern").asText())) {
            throw refused("form.error.pattern");
        }
        checkKind(text, limits.path("validationType").asText());
        return text;
    }

    private void checkKind(String text, String kind) {
        if (kind.equals("email") && !(EMAIL.matcher(text).matches() && isReachable(text))) {
            throw refused("form.error.notAnAddress");
        }
        if (kind.equals("phone") && !PHONE.matcher(text).matches()) {
            throw refused("form.error.notAPhone");
        }
    }

    /** Mail servers know a domain of other letters by its A-labels, and not every domain has them. */
    private static boolean isReachable(String email) {
        try {
            return !IDN.toASCII(email.substring(email.indexOf('@') + 1)).isEmpty();
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }

    private String plainText(Object answer) {
        if (!(answer instanceof String given)) {
            throw refused("form.error.pattern");
        }
        String text = given.replace("\r\n", "\n").strip();
        boolean lines = type.equals("textarea");
        boolean hostile = text.codePoints().anyMatch(c -> lines ? breaksText(c) : breaksLine(c));
        if (hostile) {
            throw refused("form.error.controlCharacters");
        }
        return text.codePoints().allMatch(FormField::isUnseen) ? null : text;
    }

    /** Whoever reads a mail or a contract sees nothing where this stands. */
    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** What no text may hold: half a character is none, and each of its readers would make something else of it. */
    private static boolean breaksText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.SURROGATE;
    }

    /** What no line of a mail's head may hold: the two separators end a line as a line feed does. */
    private static boolean breaksLine(int c) {
        return breaksText(c) || Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    private Object number(Object answer) {
        int number;
        try {
            number = new BigDecimal(answer.toString().strip()).intValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw refused("form.error.notANumber");
        }
        JsonNode limits = definition.path("validate");
        if (limits.has("min") && number < limits.get("min").asInt()) {
            throw refused("form.error.tooSmall", limits.get("min").asInt());
        }
        if (limits.has("max") && number > limits.get("max").asInt()) {
            throw refused("form.error.tooLarge", limits.get("max").asInt());
        }
        return number;
    }

    private Object flag(Object answer) {
        if (answer instanceof Boolean flag) {
            return flag;
        }
        throw refused("form.error.notAFlag");
    }

    private Object choice(Object answer, Set<String> options) {
        String value = answer.toString();
        if (value.isEmpty()) {
            return null;
        }
        if (!offered(options).contains(value)) {
            throw refused("form.error.notAnOption");
        }
        return value;
    }

    private Object choices(Object answer, Set<String> options) {
        if (!(answer instanceof Collection<?> values)) {
            throw refused("form.error.notAnOption");
        }
        List<String> chosen = new ArrayList<>();
        values.forEach(value -> chosen.add(String.valueOf(value)));
        if (!offered(options).containsAll(chosen)) {
            throw refused("form.error.notAnOption");
        }
        return chosen;
    }

    private Set<String> offered(Set<String> options) {
        return options != null
                ? options
                : StreamSupport.stream(definition.path("values").spliterator(), false)
                        .map(option -> option.get("value").asText())
                        .collect(Collectors.toSet());
    }

    /** Dates as 2026-12-24, dates with time as 2026-12-24T14:30 in Brussels. */
    private Object moment(Object answer) {
        String given = answer.toString().strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            return definition.path("subtype").asText().equals("date")
                    ? likely(LocalDate.parse(given)).toString()
                    : dateTime(given);
        } catch (DateTimeException notADate) {
            throw refused("form.error.notADate");
        }
    }

    private static LocalDate likely(LocalDate day) {
        if (!YEARS.isValidValue(day.getYear())) {
            throw new DateTimeException("A year nobody means");
        }
        return day;
    }

    private static String dateTime(String given) {
        boolean offset = given.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
        LocalDateTime moment = offset
                ? OffsetDateTime.parse(given).atZoneSameInstant(BRUSSELS).toLocalDateTime()
                : LocalDateTime.parse(given);
        likely(moment.toLocalDate());
        return moment.toString();
    }

    private AnswersRefusedException refused(String messageKey, Object... arguments) {
        return new AnswersRefusedException(List.of(new Refusal(key, messageKey, arguments)));
    }
}
