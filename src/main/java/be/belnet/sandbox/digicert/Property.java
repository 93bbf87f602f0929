package be.belnet.sandbox.digicert;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a list can be filtered and sorted by.
 *
 * @param values as texts, the first of which counts in sorting: numbers in digits, days in ISO, yes and no as 1 and 0
 */
record Property<T>(Function<T, List<String>> values) {
    private static final Comparator<String> NUMBERS_BY_SIZE = (one, other) -> areNumbers(one, other)
            ? new BigDecimal(one).compareTo(new BigDecimal(other))
            : one.compareToIgnoreCase(other);

    /** Of one value, which may be absent. */
    static <T> Property<T> of(Function<T, Object> value) {
        return new Property<>(
                one -> Stream.ofNullable(value.apply(one)).map(Object::toString).toList());
    }

    static <T> Property<T> ofMany(Function<T, List<String>> values) {
        return new Property<>(values);
    }

    boolean meets(T one, String condition) {
        return values.apply(one).stream().anyMatch(value -> fits(value, condition));
    }

    /** What has no value comes last. */
    Comparator<T> order() {
        return Comparator.comparing(this::first, Comparator.nullsLast(NUMBERS_BY_SIZE));
    }

    private String first(T one) {
        return values.apply(one).stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Equal, beyond ({@code >}, {@code <}), within ({@code a...b}), or like it where there are percent signs. */
    private static boolean fits(String value, String condition) {
        if (condition.startsWith(">")) {
            return NUMBERS_BY_SIZE.compare(value, condition.substring(1)) > 0;
        }
        if (condition.startsWith("<")) {
            return NUMBERS_BY_SIZE.compare(value, condition.substring(1)) < 0;
        }
        var range = condition.split(Pattern.quote("..."), 2);
        if (range.length == 2) {
            return NUMBERS_BY_SIZE.compare(value, range[0]) >= 0 && NUMBERS_BY_SIZE.compare(value, range[1]) <= 0;
        }
        return condition.contains("%") ? like(value, condition) : value.equalsIgnoreCase(condition);
    }

    /** One percent sign before a text is enough to find it anywhere. */
    private static boolean like(String value, String condition) {
        var pattern =
                Stream.of((condition + "%").split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(value).matches();
    }

    private static boolean areNumbers(String... texts) {
        return Stream.of(texts).allMatch(text -> text.matches("\\d{1,19}"));
    }
}
