package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells events in words. The words of a kind stand under {@code event.<kind>} with facts as {@code {name}}; a fact that
 * is a code has words of its own under {@code fact.<name>.<code>}. Plain text: whoever prints it escapes it.
 */
@Component
class EventWords {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;
    private final Wording wording;

    EventWords(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** One sentence. */
    String sentence(OrderEvent event, Locale locale) {
        String words = messages.getMessage("event." + event.kind(), null, event.kind(), locale);
        return PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(fact(event.facts(), place, locale)));
    }

    /** What somebody wrote, where the sentence does not say it; empty for most events. */
    Optional<String> quote(OrderEvent event, Locale locale) {
        String words = messages.getMessage("event." + event.kind(), null, "", locale);
        return Optional.ofNullable(event.facts().get("reason"))
                .filter(reason -> !words.contains("{reason}"))
                .or(() -> Optional.ofNullable(event.facts().get("text")));
    }

    /** Who did it, for people. */
    String actor(OrderEvent event, Locale locale) {
        String actor = messages.getMessage("actor." + event.actor(), null, wording.person(event.actor()), locale);
        return Optional.ofNullable(event.facts().get(OrderEvent.ON_BEHALF_OF))
                .map(absent -> wording.value("actor.onBehalfOf", locale, actor, wording.person(absent)))
                .orElse(actor);
    }

    private String fact(Map<String, String> facts, MatchResult place, Locale locale) {
        String name = place.group(1);
        String value = facts.getOrDefault(name, "–");
        return switch (name) {
            case "accountManager", "adviser", "absent", "substitute", "former", "colleague" -> wording.person(value);
            case "at", "on", "lastDay" -> wording.date(value, locale);
            case "activity" -> wording.step(value, locale);
            default -> messages.getMessage("fact." + name + "." + value, null, value, locale);
        };
    }
}
