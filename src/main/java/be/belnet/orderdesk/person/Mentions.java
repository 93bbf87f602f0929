package be.belnet.orderdesk.person;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Finds a person in texts. Address and telephone numbers say who is meant anywhere; a name does only in texts of the
 * person's own customers, since others may bear it too, and never one that is shorter than four letters.
 */
public final class Mentions {
    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String BETWEEN_DIGITS = "[ ()./\\u00a0-]*";

    private final Set<String> needles;
    private final Pattern anywhere;
    private final Pattern amongTheirs;

    public Mentions(Person person) {
        List<String> names = person.names().stream()
                .filter(name -> name.length() >= SHORTEST_NAME)
                .toList();
        List<String> strong = Stream.concat(
                        Stream.of(quoted(person.email())),
                        person.phones().stream()
                                .map(Mentions::national)
                                .filter(digits -> digits.length() >= SHORTEST_PHONE)
                                .map(Mentions::spaced))
                .toList();
        this.anywhere = pattern(strong);
        this.amongTheirs = pattern(Stream.concat(
                        strong.stream(),
                        names.stream().flatMap(Mentions::spellings).distinct())
                .toList());
        this.needles = needles(person, names);
    }

    /** Lower case; each text that mentions the person has one of them. */
    Set<String> needles() {
        return needles;
    }

    public boolean isIn(String text, boolean theirs) {
        return text != null && pattern(theirs).matcher(text).find();
    }

    /** The text without them; null for null. */
    public String takenOut(String text, boolean theirs) {
        return text == null ? null : pattern(theirs).matcher(text).replaceAll(Tombstone.GONE);
    }

    private Pattern pattern(boolean theirs) {
        return theirs ? amongTheirs : anywhere;
    }

    private static Pattern pattern(Collection<String> alternatives) {
        return alternatives.isEmpty()
                ? NOTHING
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** As people write it, as pages and mails do, and as facts do within Json; lines may break between the words. */
    private static Stream<String> spellings(String name) {
        return Stream.of(
                        name,
                        HtmlUtils.htmlEscape(name, "UTF-8"),
                        name.replace("\\", "\\\\").replace("\"", "\\\""))
                .map(Mentions::quoted);
    }

    private static String quoted(String words) {
        return Stream.of(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("[\\s\\u00a0]+"));
    }

    private static String spaced(String digits) {
        return "\\+?(?:00)?(?:32)?" + BETWEEN_DIGITS + "0?"
                + digits.chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(BETWEEN_DIGITS, BETWEEN_DIGITS, ""));
    }

    private static String national(String phone) {
        return phone.replaceFirst("^(\\+32|0032|\\+|00|0)", "").replaceAll("[^0-9]", "");
    }

    private static Set<String> needles(Person person, List<String> names) {
        Set<String> needles = new LinkedHashSet<>();
        needles.add(person.email());
        names.stream().map(Mentions::longestWord).forEach(needles::add);
        person.phones().stream()
                .map(Mentions::national)
                .filter(digits -> digits.length() >= SHORTEST_PHONE)
                .forEach(digits -> needles.add(digits.substring(digits.length() - 2)));
        return needles.stream()
                .map(needle -> needle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Without signs, which pages write in another way. */
    private static String longestWord(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
    }
}
