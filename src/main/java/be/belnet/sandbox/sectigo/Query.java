package be.belnet.sandbox.sectigo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;

/** The parameters of a list: filters, of which empty ones count for nothing, and the part of it that is asked for. */
record Query(Map<String, String> parameters) {

    private static final int LARGEST = 200;

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    Optional<Integer> number(String name) {
        return text(name).map(value -> {
            try {
                return Integer.valueOf(value.strip());
            } catch (NumberFormatException notANumber) {
                throw SectigoError.invalid(name);
            }
        });
    }

    /** Whether there is no such filter or the value holds it, case ignored. */
    boolean isIn(String name, String value) {
        return text(name)
                .map(part -> value != null && lower(value).contains(lower(part)))
                .orElse(true);
    }

    /** Whether there is no such filter or it is this value, case ignored. */
    boolean is(String name, Object value) {
        return text(name)
                .map(wanted -> wanted.equalsIgnoreCase(String.valueOf(value)))
                .orElse(true);
    }

    DateStyle dates(DateStyle usual) {
        return text("dateFormat").map(DateStyle::named).orElse(usual);
    }

    /** One part of a list, with the length of the whole in a header. Any offset will do. */
    <T> ResponseEntity<List<T>> page(List<T> all) {
        return page(
                all.size(),
                (size, position) -> all.stream().skip(position).limit(size).toList());
    }

    /**
     * As {@link #page(List)}, of a list that is not read as a whole.
     *
     * @param part of so many from an offset on
     */
    <T> ResponseEntity<List<T>> page(int total, BiFunction<Integer, Integer, List<T>> part) {
        int size = number("size").orElse(LARGEST);
        int position = number("position").orElse(0);
        if (size < 1 || size > LARGEST) {
            throw SectigoError.invalid("size");
        }
        if (position < 0) {
            throw SectigoError.invalid("position");
        }
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(total))
                .body(part.apply(size, position));
    }

    /** Whether there is any of these filters. */
    boolean asksFor(String... filters) {
        return Arrays.stream(filters).anyMatch(filter -> text(filter).isPresent());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
