package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody entered, as it stands in the address of a page or of the API.
 *
 * @param names in the order of the address
 * @param values by name, without those left empty
 */
record Entered(List<String> names, Map<String, String> values) {
    private static final String PAGE = "page";
    private static final Pattern DATE = Pattern.compile("(?:19|2\\d)\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final String NO_DATE = "form.error.notADate";

    Entered {
        values = Map.copyOf(values);
    }

    /** @param parameters those of other names are left out */
    static Entered of(List<String> names, Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        return new Entered(names, values);
    }

    /** Empty when nothing was entered. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean hasAny(String... some) {
        return Arrays.stream(some).anyMatch(values::containsKey);
    }

    boolean hasOnly(String... some) {
        return List.of(some).containsAll(values.keySet());
    }

    /** The same with another value, empty for none; from its first page on unless that is what changes. */
    Entered with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(PAGE);
        changed.put(name, value);
        return of(names, changed);
    }

    /** Where the page or file at {@code path} shows what was entered. */
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        names.stream().filter(values::containsKey).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /**
     * One of several, in whatever case it was entered; null when nothing was.
     *
     * @throws AnswersRefusedException when it is none of them
     */
    <T> T option(String name, Collection<T> options, Function<T, String> code) {
        return hasAny(name)
                ? options.stream()
                        .filter(option -> code.apply(option).equalsIgnoreCase(get(name)))
                        .findFirst()
                        .orElseThrow(() -> new AnswersRefusedException(name, "form.error.notAnOption"))
                : null;
    }

    /**
     * Null when nothing was entered.
     *
     * @throws AnswersRefusedException when it is no day
     */
    LocalDate day(String name) {
        try {
            return hasAny(name) ? LocalDate.parse(matching(name, DATE, NO_DATE)) : null;
        } catch (DateTimeParseException noSuchDay) {
            throw new AnswersRefusedException(name, NO_DATE);
        }
    }

    /**
     * The first is 0, which is also meant when nothing was entered.
     *
     * @throws AnswersRefusedException when it is no number
     */
    Integer page() {
        return hasAny(PAGE) ? Integer.valueOf(matching(PAGE, NUMBER, "form.error.notANumber")) : 0;
    }

    private String matching(String name, Pattern form, String otherwise) {
        if (!form.matcher(get(name)).matches()) {
            throw new AnswersRefusedException(name, otherwise);
        }
        return get(name);
    }
}
