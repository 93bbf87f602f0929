package be.belnet.orderdesk.change;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PriceLine;
import be.belnet.orderdesk.subscription.PriceLines;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells what a change changes, for people. */
@Component
public class ChangeWords {
    private static final String NOTHING = "–";
    /** Aspects of which a customer has several. */
    private static final Set<String> LISTS = Set.of("mailDomains", "addOns", "domains", "administrators");

    private final Changes changes;
    private final OrderFile orders;
    private final PriceLines priceLines;
    private final MessageSource messages;

    ChangeWords(Changes changes, OrderFile orders, PriceLines priceLines, MessageSource messages) {
        this.changes = changes;
        this.orders = orders;
        this.priceLines = priceLines;
        this.messages = messages;
    }

    /**
     * One aspect, before and after.
     *
     * @param before lines; a dash where there is nothing
     */
    public record Row(String aspect, String label, List<String> before, List<String> after, boolean changed) {}

    /** All that is known, side by side. */
    public List<Row> rows(String number, Locale locale) {
        Change change = changes.get(number);
        ChangingService service = changes.service(orders.get(number).service());
        Set<String> differences = change.before().differences(change.after());
        List<Row> rows = service.aspects().stream()
                .map(aspect -> new Row(
                        aspect,
                        say("change.aspect." + aspect, locale),
                        lines(service, change.before(), aspect, locale),
                        lines(service, change.after(), aspect, locale),
                        differences.contains(aspect)))
                .toList();
        return change.formerPriceLine() == null && change.priceLine() == null
                ? rows
                : Stream.concat(rows.stream(), Stream.of(price(change, locale))).toList();
    }

    /** What changes, label to words, in order: added and taken away where there are several, else from and to. */
    public Map<String, String> differences(String number, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        rows(number, locale).stream().filter(Row::changed).forEach(row -> words.put(row.label(), difference(row)));
        return words;
    }

    /** The same, a line for each. */
    public String line(String number, Locale locale) {
        String line = differences(number, locale).entrySet().stream()
                .map(entry -> pair(entry.getKey(), entry.getValue().replace("\n", ", "), locale))
                .collect(Collectors.joining("\n"));
        return line.isEmpty() ? NOTHING : line;
    }

    /** A label and what it is of, on one line. */
    String pair(String label, String words, Locale locale) {
        return messages.getMessage("change.line", new Object[] {label, words}, locale);
    }

    private Row price(Change change, Locale locale) {
        String next = change.priceLine() == null ? change.formerPriceLine() : change.priceLine();
        return new Row(
                "priceLine",
                say("change.aspect.priceLine", locale),
                List.of(price(change.formerPriceLine(), locale)),
                List.of(price(next, locale)),
                change.hasOtherPrice());
    }

    /** The code with what it costs in a year. */
    private String price(String code, Locale locale) {
        return Optional.ofNullable(code)
                .map(known -> priceLines
                        .find(known)
                        .map(line -> "%s (%s)".formatted(known, euro(line, locale)))
                        .orElse(known))
                .orElse(NOTHING);
    }

    private static String euro(PriceLine line, Locale locale) {
        return NumberFormat.getCurrencyInstance(Locale.forLanguageTag(locale.getLanguage() + "-BE"))
                .format(line.euroPerYear())
                .replace('\u202f', '\u00a0');
    }

    private List<String> lines(ChangingService service, Arrangement arrangement, String aspect, Locale locale) {
        List<String> lines = arrangement.all(aspect).stream()
                .map(content -> say(service.words(aspect, content), locale))
                .toList();
        return lines.isEmpty() ? List.of(NOTHING) : lines;
    }

    private static String difference(Row row) {
        if (!LISTS.contains(row.aspect())) {
            return row.before().get(0) + " → " + row.after().get(0);
        }
        Stream<String> come =
                beyond(row.after(), row.before()).map(one -> (isNamed(one, row.before()) ? "" : "+ ") + one);
        Stream<String> go = beyond(row.before(), row.after())
                .filter(one -> !isNamed(one, row.after()))
                .map(one -> "− " + one);
        return Stream.concat(come, go).collect(Collectors.joining("\n"));
    }

    private static Stream<String> beyond(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one) && !one.equals(NOTHING));
    }

    /** Whether one of the others is of the same thing and says something else of it, as of a domain with another host. */
    private static boolean isNamed(String one, List<String> others) {
        return others.stream().anyMatch(other -> name(other).equals(name(one)));
    }

    private static String name(String line) {
        return line.split(" → ", 2)[0];
    }

    private String say(String keyOrWords, Locale locale) {
        return messages.getMessage(keyOrWords, null, keyOrWords, locale);
    }
}
