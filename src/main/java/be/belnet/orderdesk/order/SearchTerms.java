package be.belnet.orderdesk.order;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How words are kept and compared when people look for orders: lower case, without accents, telephones as digits. */
final class SearchTerms {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{6,38}");
    private static final Pattern PREFIX_OF_PHONE = Pattern.compile("^(\\+32|0032|\\+|00|0)");
    private static final int LONGEST = 254;

    private SearchTerms() {}

    /** The words of a value, the value as a whole, and the domain of an address; nothing for null. */
    static Set<String> of(String value) {
        Set<String> terms = new LinkedHashSet<>();
        if (value == null || value.isBlank()) {
            return terms;
        }
        String whole = plain(value);
        terms.add(whole);
        terms.addAll(List.of(whole.split("\\s+")));
        if (whole.contains("@")) {
            terms.add(whole.substring(whole.indexOf('@') + 1));
        }
        terms.removeIf(String::isEmpty);
        return terms.stream().map(SearchTerms::cut).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of an address what stands for all that share its domain; nothing for other values and for null. */
    static Set<String> ofDomain(String value) {
        return of(value).stream()
                .filter(term -> value.toLowerCase(Locale.ROOT).endsWith("@" + term))
                .collect(Collectors.toSet());
    }

    /** An order number is also found by its last digits. */
    static Set<String> ofNumber(String number) {
        Set<String> terms = new LinkedHashSet<>(of(number));
        String digits = number.substring(number.lastIndexOf('-') + 1);
        terms.add(digits);
        terms.add(digits.replaceFirst("^0+(?=.)", ""));
        return terms;
    }

    /** The national digits of a Belgian number, else all digits; nothing for null. */
    static Set<String> ofPhone(String phone) {
        return phone == null || phone.isBlank() ? Set.of() : Set.of(digits(phone));
    }

    /** What somebody looks for: a telephone number is one term, anything else is a term per word. */
    static List<String> asked(String q) {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        String words = q.strip();
        return PHONE.matcher(words).matches()
                ? List.of(digits(words), plain(words))
                : Arrays.stream(plain(words).split("\\s+"))
                        .map(SearchTerms::cut)
                        .toList();
    }

    static boolean isPhone(String q) {
        return q != null && PHONE.matcher(q.strip()).matches();
    }

    private static String digits(String phone) {
        return PREFIX_OF_PHONE.matcher(phone.strip()).replaceFirst("").replaceAll("[^0-9]", "");
    }

    private static String plain(String value) {
        return ACCENTS.matcher(Normalizer.normalize(value.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String cut(String term) {
        return term.length() > LONGEST ? term.substring(0, LONGEST) : term;
    }
}
